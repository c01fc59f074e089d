using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;

namespace PeeringTools.Azure.Graph;

/// <summary>Rows of the module's own projections.</summary>
internal static class GraphRows
{
    /// <summary>A network whose properties stand beside its id.</summary>
    public static async ValueTask<VirtualNetworkData> ReadNetworkAsync(JsonStreamReader json)
    {
        VirtualNetworkData data = new();
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return data;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("id"u8)) data.Id = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("location"u8)) data.Location = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("tags"u8)) data.Tags = await NetworkJson.ReadTagsAsync(json).ConfigureAwait(false);
            else if (!await VirtualNetworkReader.TryReadPropertyAsync(json, data).ConfigureAwait(false)) await json.SkipAsync().ConfigureAwait(false);
        }

        return data;
    }

    /// <summary>A subscription's id without its path.</summary>
    public static async ValueTask<string> ReadSubscriptionAsync(JsonStreamReader json)
    {
        string? id = null;
        if (!await json.StartObjectAsync().ConfigureAwait(false)) throw new FormatException(Messages.GraphNoRows);
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("subscriptionId"u8)) id = await json.ReadStringAsync().ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return string.IsNullOrEmpty(id) ? throw new FormatException(Messages.GraphNoRows) : id!;
    }
}
