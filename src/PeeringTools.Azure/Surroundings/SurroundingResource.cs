using System.Globalization;
using Azure;
using Azure.Core;
using Azure.ResourceManager;
using PeeringTools.Azure.Failures;
using PeeringTools.Azure.Json;
using PeeringTools.Azure.Wire;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Lists, resources and questions of any type, over the call's own pipeline.</summary>
internal sealed class SurroundingResource : ArmResource
{
    private readonly ArmChannel _channel;

    public SurroundingResource(ArmSession session)
        : base(session, ResourceIdentifier.Root) => _channel = new ArmChannel(Pipeline, session);

    /// <summary>All of a type in a subscription.</summary>
    public Task<List<T>> ListAsync<T>(
        string subscriptionId, string type, string apiVersion, Func<JsonStreamReader, ValueTask<T>> readItem, CancellationToken cancellationToken)
    {
        ResourceId subscription = ResourceId.ForSubscription(subscriptionId);
        return this.ListAsync($"{subscription.Text}/providers/{type}", apiVersion, ArmSubject.Of(subscription), readItem, cancellationToken);
    }

    /// <summary>All that lies below a resource.</summary>
    public Task<List<T>> ListBelowAsync<T>(
        string resourceId, string child, string apiVersion, Func<JsonStreamReader, ValueTask<T>> readItem, CancellationToken cancellationToken)
    {
        ResourcePath path = this.Checked(resourceId);
        return this.ListAsync($"{path.Text}/{child}", apiVersion, SubjectOf(path), readItem, cancellationToken);
    }

    public Task<T> GetAsync<T>(string resourceId, string apiVersion, Func<JsonStreamReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        ResourcePath path = this.Checked(resourceId);
        return _channel.ReadAsync(_channel.Address(path.Text, apiVersion), SubjectOf(path), read, cancellationToken);
    }

    /// <summary>Asks what Azure only answers to a POST; where it takes its time, waits for the answer. Nothing is changed, so it may be sent again.</summary>
    public async Task<T> AskAsync<T>(
        string resourceId, string action, byte[]? body, Func<JsonStreamReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        ResourcePath path = this.Checked(resourceId);
        ArmSubject subject = SubjectOf(path) with { Method = RequestMethod.Post };
        Uri address = _channel.Address($"{path.Text}/{action}", _channel.Session.Access.NetworkApiVersion);
        using HttpMessage message = _channel.CreateMessage(RequestMethod.Post, address, body is null ? null : new ReadOnlyMemory<byte>(body));
        ReadRetryPolicy.MarkAsRead(message);
        try
        {
            Response answer = await _channel.SendAsync(message, subject, cancellationToken).ConfigureAwait(false);
            return LongRunningOperation.WithResult(answer, _channel, subject) is LongRunningOperation operation
                ? await operation.ReadResultAsync(read, cancellationToken).ConfigureAwait(false)
                : await _channel.ReadBodyAsync(answer, subject, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Transport.IsSilence(e, cancellationToken))
        {
            throw ArmErrors.Unreachable(_channel.Endpoint, subject, e);
        }
    }

    /// <exception cref="PeeringException">It is no id, so nothing is sent.</exception>
    public ResourcePath Checked(string resourceId)
    {
        try
        {
            return ResourcePath.Parse(resourceId);
        }
        catch (FormatException e)
        {
            string problem = string.Format(CultureInfo.InvariantCulture, Messages.AnswerNotReadable, e.Message);
            throw new PeeringException(PeeringError.Of(nameof(Errors.UnexpectedAnswer), null, _channel.Endpoint.Host, problem), e);
        }
    }

    private async Task<List<T>> ListAsync<T>(
        string path, string apiVersion, ArmSubject subject, Func<JsonStreamReader, ValueTask<T>> readItem, CancellationToken cancellationToken)
    {
        List<T> all = [];
        await foreach (IReadOnlyList<T> page in _channel
            .ReadPagesAsync(_channel.Address(path, apiVersion), subject, readItem, cancellationToken).ConfigureAwait(false))
        {
            all.AddRange(page);
        }

        return all;
    }

    private static ArmSubject SubjectOf(ResourcePath path) => new() { Other = path.Text };
}
