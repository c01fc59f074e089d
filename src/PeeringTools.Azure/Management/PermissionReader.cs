using PeeringTools.Azure.Json;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Management;

/// <summary>Reads one entry of Microsoft.Authorization/permissions.</summary>
internal static class PermissionReader
{
    public static async ValueTask<PermissionEntry> ReadAsync(JsonStreamReader json)
    {
        (string[] actions, string[] notActions) = ([], []);
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return new PermissionEntry(actions, notActions);
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("actions"u8)) actions = await json.ReadStringsAsync().ConfigureAwait(false);
            else if (json.NameIs("notActions"u8)) notActions = await json.ReadStringsAsync().ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return new PermissionEntry(actions, notActions);
    }
}
