using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads the effective connectivity configurations of a network: a page, and which of its groups are meshes.</summary>
internal static class ConnectedGroupReader
{
    /// <param name="json">The answer.</param>
    /// <param name="network">The network asked about, a member of each group.</param>
    public static async ValueTask<ConnectedGroupPage> ReadPageAsync(JsonStreamReader json, ResourceId network)
    {
        (string? token, List<ConnectedGroup> groups) = (null, []);
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("skipToken"u8)) token = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("value"u8)) groups = [.. (await NetworkJson.ReadListAsync(json, item => ReadAsync(item, network)).ConfigureAwait(false)).SelectMany(g => g)];
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new ConnectedGroupPage(groups, string.IsNullOrEmpty(token) ? null : token);
    }

    private static async ValueTask<IEnumerable<ConnectedGroup>> ReadAsync(JsonStreamReader json, ResourceId network)
    {
        (string? topology, string? isGlobal, List<NetworkGroup> applied, string[] own) = (null, null, [], []);
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("properties"u8))
            {
                await NetworkJson.ReadObjectAsync(json, async () =>
                {
                    if (json.NameIs("connectivityTopology"u8)) topology = await json.ReadStringAsync().ConfigureAwait(false);
                    else if (json.NameIs("isGlobal"u8)) isGlobal = await json.ReadStringAsync().ConfigureAwait(false);
                    else if (json.NameIs("appliesToGroups"u8)) applied = await NetworkJson.ReadListAsync(json, ReadGroupAsync).ConfigureAwait(false);
                    else return false;
                    return true;
                }).ConfigureAwait(false);
                return true;
            }

            if (!json.NameIs("configurationGroups"u8)) return false;
            own = await NetworkJson.ReadIdsAsync(json).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);

        bool isMesh = Is(topology, "Mesh");
        // A configuration may apply to groups that this network is not in; a hub is in none of them.
        return applied
            .Where(group => own.Contains(group.Id, StringComparer.OrdinalIgnoreCase) && (isMesh || Is(group.Connectivity, "DirectlyConnected")))
            .Select(group => new ConnectedGroup { Id = group.Id, Members = [network], IsGlobal = Is(group.IsGlobal ?? isGlobal, "True") });
    }

    private static async ValueTask<NetworkGroup> ReadGroupAsync(JsonStreamReader json)
    {
        (string? id, string? connectivity, string? isGlobal) = (null, null, null);
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("networkGroupId"u8)) id = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("groupConnectivity"u8)) connectivity = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("isGlobal"u8)) isGlobal = await json.ReadStringAsync().ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new NetworkGroup(id ?? "", connectivity, isGlobal);
    }

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>ARM writes IsGlobal as a text, True or False.</summary>
    private sealed record NetworkGroup(string Id, string? Connectivity, string? IsGlobal);
}

/// <summary>One page: the meshes in it, and what the next request carries.</summary>
internal sealed record ConnectedGroupPage(IReadOnlyList<ConnectedGroup> Groups, string? SkipToken);
