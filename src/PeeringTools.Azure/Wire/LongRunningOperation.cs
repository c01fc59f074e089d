using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using PeeringTools.Azure.Failures;
using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Wire;

/// <summary>
/// An operation that Azure accepted and still works on. Source: ARM's asynchronous operations; Azure-AsyncOperation tells a
/// status and is preferred to Location, which only tells an end.
/// </summary>
internal sealed class LongRunningOperation
{
    /// <summary>Between two looks where Azure names no interval.</summary>
    public static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(2);

    private const int EagerLooks = 5;

    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(2);

    private readonly ArmChannel _channel;
    private readonly ArmSubject _subject;
    private readonly bool _tellsStatus;
    private Uri _address;
    private TimeSpan? _retryAfter;

    private LongRunningOperation(ArmChannel channel, ArmSubject subject, Uri address, bool tellsStatus, TimeSpan? retryAfter)
    {
        _channel = channel;
        _subject = subject with { IsOperation = true };
        (_address, _tellsStatus, _retryAfter) = (address, tellsStatus, retryAfter);
    }

    /// <summary>The operation an answer started; null where everything is done already.</summary>
    public static LongRunningOperation? StartedBy(Response answer, ArmChannel channel, ArmSubject subject)
    {
        TimeSpan? retryAfter = RetryAfter.Of(answer.Headers, channel.Session.Access.Clock);
        if (answer.Headers.TryGetValue("Azure-AsyncOperation", out string? operation) && channel.Follow(operation) is Uri status)
        {
            return new LongRunningOperation(channel, subject, status, true, retryAfter);
        }

        return answer.Status == 202 && answer.Headers.TryGetValue("Location", out string? location) && channel.Follow(location) is Uri result
            ? new LongRunningOperation(channel, subject, result, false, retryAfter)
            : null;
    }

    /// <summary>The operation whose end brings a body: only its Location leads there. Null where the answer is the end already.</summary>
    /// <exception cref="PeeringException">UnexpectedAnswer: Azure works on it and does not say where it will be.</exception>
    public static LongRunningOperation? WithResult(Response answer, ArmChannel channel, ArmSubject subject)
    {
        if (answer.Status != 202) return null;
        return answer.Headers.TryGetValue("Location", out string? location) && channel.Follow(location) is Uri result
            ? new LongRunningOperation(channel, subject, result, false, RetryAfter.Of(answer.Headers, channel.Session.Access.Clock))
            : throw ArmErrors.Unexpected(answer, channel.Endpoint, subject, Messages.AnswerWithoutLocation);
    }

    /// <summary>Waits for the end. A cancelled wait sends nothing more; the operation itself goes on in Azure.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => this.WatchAsync(
        answer => _tellsStatus ? this.EndedAsync(answer, cancellationToken) : Task.FromResult(this.Arrived(answer)), cancellationToken);

    /// <summary>Waits for the end and reads its body.</summary>
    public async Task<T> ReadResultAsync<T>(Func<JsonStreamReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        T result = default!;
        await this.WatchAsync(
            async answer =>
            {
                if (!this.Arrived(answer)) return false;
                result = await _channel.ReadBodyAsync(answer, _subject, read, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return result;
    }

    private async Task WatchAsync(Func<Response, Task<bool>> hasEnded, CancellationToken cancellationToken)
    {
        // An address elsewhere is refused at once, not after the first interval.
        OwnOriginPolicy.Check(_channel.Endpoint, _address);
        for (int looks = 1; ; looks++)
        {
            TimeSpan interval = this.NextInterval(looks);
            if (interval > TimeSpan.Zero)
            {
                _channel.Session.Reporter.Verbose(string.Format(
                    CultureInfo.InvariantCulture, Messages.OperationRuns, _subject.Name, interval.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)));
            }

            await _channel.Session.Access.Clock.WaitAsync(interval, cancellationToken).ConfigureAwait(false);
            if (await this.LookAsync(hasEnded, cancellationToken).ConfigureAwait(false)) return;
        }
    }

    /// <summary>What Azure asked for, else the usual. One that asks for no pause is believed a few times, then slowed down.</summary>
    private TimeSpan NextInterval(int looks)
    {
        TimeSpan interval = _retryAfter ?? UsualInterval;
        if (interval == TimeSpan.Zero && looks > EagerLooks) return UsualInterval;
        return interval < LongestInterval ? interval : LongestInterval;
    }

    private async Task<bool> LookAsync(Func<Response, Task<bool>> hasEnded, CancellationToken cancellationToken)
    {
        using HttpMessage message = _channel.CreateMessage(RequestMethod.Get, _address);
        Response answer = await _channel.SendAsync(message, _subject, cancellationToken).ConfigureAwait(false);
        _retryAfter = RetryAfter.Of(answer.Headers, _channel.Session.Access.Clock);
        try
        {
            return await hasEnded(answer).ConfigureAwait(false);
        }
        catch (Exception e) when (Transport.IsSilence(e, cancellationToken))
        {
            throw ArmErrors.Unreachable(_channel.Endpoint, _subject, e);
        }
    }

    private bool Arrived(Response answer)
    {
        if (answer.Status != 202) return true;
        if (answer.Headers.TryGetValue("Location", out string? location) && _channel.Follow(location) is Uri moved) _address = moved;
        return false;
    }

    private async Task<bool> EndedAsync(Response answer, CancellationToken cancellationToken)
    {
        (string? status, ArmFailure failure) = await _channel.ReadBodyAsync(answer, _subject, ReadStatusAsync, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(status)) throw ArmErrors.Unexpected(answer, _channel.Endpoint, _subject, Messages.AnswerWithoutState);
        if (Is(status, "Succeeded")) return true;
        if (Is(status, "Failed")) throw ArmErrors.OperationEnded(answer, failure, _subject);
        if (Is(status, "Canceled") || Is(status, "Cancelled"))
        {
            throw ArmErrors.OperationEnded(answer, failure.Text.Length > 0 ? failure : ArmFailure.Of("Canceled", Messages.OperationCanceled), _subject);
        }

        return false;
    }

    private static bool Is(string? status, string expected) => string.Equals(status, expected, StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<(string? Status, ArmFailure Failure)> ReadStatusAsync(JsonStreamReader json)
    {
        string? status = null;
        ArmFailure failure = ArmFailure.None;
        if (!await json.StartObjectAsync().ConfigureAwait(false)) throw new JsonException("An operation was expected and null found.");
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("status"u8)) status = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("error"u8)) failure = await ReadFailureAsync(json).ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return (status, failure);
    }

    private static async ValueTask<ArmFailure> ReadFailureAsync(JsonStreamReader json)
    {
        (string? code, string? message) = (null, null);
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return ArmFailure.None;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("code"u8)) code = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("message"u8)) message = await json.ReadStringAsync().ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return ArmFailure.Of(code, message);
    }
}
