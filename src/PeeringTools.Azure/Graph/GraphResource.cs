using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.ResourceManager;
using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Graph;

/// <summary>Resource Graph: one query over many subscriptions. Its answer comes to its end whole, or is a failure.</summary>
internal sealed class GraphResource : ArmResource
{
    private const string SubscriptionLimit = "x-ms-tenant-subscription-limit-hit";

    private static readonly ArmSubject Subject = new() { Label = "Resource Graph" };

    private readonly ArmChannel _channel;
    private readonly GraphScope _scope;

    public GraphResource(ArmSession session, GraphScope scope)
        : base(session, ResourceIdentifier.Root) =>
        (_channel, _scope) = (new ArmChannel(Pipeline, session), scope);

    public IAsyncEnumerable<IReadOnlyList<VirtualNetworkData>> GetNetworksAsync(CancellationToken cancellationToken) =>
        this.QueryAsync(GraphBody.Networks, GraphRows.ReadNetworkAsync, network => network.Id ?? "", cancellationToken);

    public async Task<IReadOnlyList<string>> GetSubscriptionIdsAsync(CancellationToken cancellationToken)
    {
        List<string> ids = [];
        await foreach (IReadOnlyList<string> page in this
            .QueryAsync(GraphBody.Subscriptions, GraphRows.ReadSubscriptionAsync, id => id, cancellationToken).ConfigureAwait(false))
        {
            ids.AddRange(page);
        }

        return [.. ids.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private async IAsyncEnumerable<IReadOnlyList<T>> QueryAsync<T>(
        string query, Func<JsonStreamReader, ValueTask<T>> readRow, Func<T, string> idOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Uri address = _channel.Address("/providers/Microsoft.ResourceGraph/resources", ApiVersions.ResourceGraph);
        GraphTally tally = new();
        string? token = null;
        do
        {
            GraphPage<T> page = await this.ReadPageAsync(address, GraphBody.Write(_scope, query, token), readRow, cancellationToken).ConfigureAwait(false);
            if (tally.Take(page.Rows.Select(idOf), page.TotalRecords, page.SkipToken, page.IsTruncated) is string problem) throw this.Incomplete(problem);
            yield return page.Rows;
            token = page.SkipToken;
        }
        while (token is not null);
        if (tally.Shortfall() is string shortfall) throw this.Incomplete(shortfall);
    }

    private Task<GraphPage<T>> ReadPageAsync<T>(
        Uri address, byte[] body, Func<JsonStreamReader, ValueTask<T>> readRow, CancellationToken cancellationToken) =>
        _channel.ReadAsync(
            () =>
            {
                HttpMessage message = _channel.CreateMessage(RequestMethod.Post, address, body);
                ReadRetryPolicy.MarkAsRead(message);
                return message;
            },
            Subject,
            answer =>
            {
                _channel.Session.Quota.Note(answer);
                if (answer.Headers.TryGetValue(SubscriptionLimit, out string? hit) && string.Equals(hit, "true", StringComparison.OrdinalIgnoreCase))
                    throw this.Incomplete(Messages.GraphSubscriptionLimit);
            },
            json => GraphPage<T>.ReadAsync(json, readRow),
            _channel.Session.Quota.WaitAsync,
            cancellationToken);

    private PeeringException Incomplete(string problem) =>
        PeeringException.Of(nameof(Errors.UnexpectedAnswer), null, string.Format(CultureInfo.InvariantCulture, Messages.GraphAt, _channel.Endpoint.Host), problem);
}
