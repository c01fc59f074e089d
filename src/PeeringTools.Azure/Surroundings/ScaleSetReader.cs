using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads which scale sets have interfaces of their own: with flexible orchestration they are ordinary ones.</summary>
internal static class ScaleSetReader
{
    public static async ValueTask<ScaleSetData> ReadAsync(JsonStreamReader json)
    {
        string? mode = null;
        (string id, _) = await NetworkJson.ReadResourceAsync(json, async () =>
        {
            if (!json.NameIs("orchestrationMode"u8)) return false;
            mode = await json.ReadStringAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return new ScaleSetData(id, !string.Equals(mode, "Flexible", StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>A scale set, and whether its interfaces are listed below it.</summary>
internal sealed record ScaleSetData(string Id, bool HasOwnInterfaces);
