using System.Runtime.ExceptionServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using PeeringTools.Azure.Identity;

namespace PeeringTools.Azure.Wire;

/// <summary>
/// Sends reads again after passing errors, on the connection's clock. Writes are sent once: whether one may be repeated is
/// the executor's to decide. A query that travels in a POST is a read when it is marked as one. Either kind is sent a second time when its token was refused and another one can be had.
/// </summary>
internal sealed class ReadRetryPolicy(RetrySchedule schedule, TokenKeeper tokens) : HttpPipelinePolicy
{
    private const string ReadMark = "PeeringTools.Read";

    /// <summary>Says of a POST that it changes nothing and may be sent again.</summary>
    public static void MarkAsRead(HttpMessage message) => message.SetProperty(ReadMark, true);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool read = message.Request.Method == RequestMethod.Get || message.TryGetProperty(ReadMark, out _);
        string path = message.Request.Uri.Path;
        TimeSpan waited = TimeSpan.Zero;
        bool renewed = false;
        for (int tries = 1; ; tries++)
        {
            ExceptionDispatchInfo? silence = null;
            try
            {
                await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            }
            catch (Exception e) when (read && Transport.IsSilence(e, message.CancellationToken))
            {
                silence = ExceptionDispatchInfo.Capture(e);
            }

            TimeSpan? next;
            if (silence is not null)
            {
                next = await schedule.AfterSilenceAsync(silence.SourceException, path, tries, waited, message.CancellationToken).ConfigureAwait(false);
                if (next is null) silence.Throw();
            }
            else if (message.Response.Status == 401 && !renewed
                && await tokens.RenewAsync(message.Request, message.CancellationToken).ConfigureAwait(false))
            {
                (renewed, next) = (true, waited);
            }
            else if (read && IsPassing(message.Response))
            {
                next = await schedule.AfterAnswerAsync(message.Response, path, tries, waited, message.CancellationToken).ConfigureAwait(false);
                if (next is null) return;
            }
            else
            {
                return;
            }

            waited = next!.Value;
            if (silence is null) message.Response.Dispose();
        }
    }

    /// <exception cref="NotSupportedException">Always: nothing in this module blocks on a request.</exception>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    private static bool IsPassing(Response answer) => answer.Status is 408 or 429 or 500 or 502 or 503 or 504;
}
