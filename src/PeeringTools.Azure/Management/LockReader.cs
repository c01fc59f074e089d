using PeeringTools.Azure.Json;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Management;

/// <summary>Reads a management lock.</summary>
internal static class LockReader
{
    private const string LockSegment = "/providers/Microsoft.Authorization/locks/";

    public static async ValueTask<ManagementLock> ReadAsync(JsonStreamReader json)
    {
        (string id, string? name, string? level) = ("", null, null);
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return new ManagementLock("", "", "");
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("id"u8)) id = await json.ReadStringAsync().ConfigureAwait(false) ?? "";
            else if (json.NameIs("name"u8)) name = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("properties"u8)) level = await ReadLevelAsync(json).ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        int end = id.LastIndexOf(LockSegment, StringComparison.OrdinalIgnoreCase);
        return new ManagementLock(name ?? "", level ?? "", end < 0 ? "" : id.Substring(0, end));
    }

    /// <summary>
    /// True where a lock counts for a network and its peerings. Azure lists what is set above a scope, at it and below it;
    /// what is set on a subnet does not stop a write to the network or to a peering.
    /// </summary>
    public static bool CountsAt(this ManagementLock found, ResourceId scope) =>
        scope.Text.Equals(found.Scope, StringComparison.OrdinalIgnoreCase)
        || scope.Text.StartsWith(found.Scope + "/", StringComparison.OrdinalIgnoreCase)
        || found.Scope.StartsWith(scope.Text + "/virtualNetworkPeerings/", StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<string?> ReadLevelAsync(JsonStreamReader json)
    {
        string? level = null;
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return level;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("level"u8)) level = await json.ReadStringAsync().ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return level;
    }
}
