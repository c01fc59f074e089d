using System.Globalization;
using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads Network Watchers and what they answer.</summary>
internal static class WatcherReader
{
    /// <summary>The id and the region of a resource: of a watcher, or of a machine whose watcher is wanted.</summary>
    public static async ValueTask<PlacedResource> ReadPlaceAsync(JsonStreamReader json)
    {
        (string? id, string? location) = (null, null);
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("id"u8)) id = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("location"u8)) location = await json.ReadStringAsync().ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new PlacedResource(id ?? "", location ?? "");
    }

    public static async ValueTask<NextHopReading> ReadNextHopAsync(JsonStreamReader json)
    {
        (string? type, string? address, string? table) = (null, null, null);
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("nextHopType"u8)) type = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("nextHopIpAddress"u8)) address = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("routeTableId"u8)) table = await json.ReadStringAsync().ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new NextHopReading(type ?? throw new FormatException(Messages.AnswerWithoutValue), string.IsNullOrEmpty(address) ? null : address, table);
    }

    public static async ValueTask<ConnectivityReading> ReadConnectivityAsync(JsonStreamReader json)
    {
        (string? status, int sent, int failed, List<List<string>> issues) = (null, 0, 0, []);
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("connectionStatus"u8)) status = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("probesSent"u8)) sent = Number(await json.ReadStringAsync().ConfigureAwait(false));
            else if (json.NameIs("probesFailed"u8)) failed = Number(await json.ReadStringAsync().ConfigureAwait(false));
            else if (json.NameIs("hops"u8)) issues = await NetworkJson.ReadListAsync(json, ReadHopIssuesAsync).ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new ConnectivityReading(status ?? throw new FormatException(Messages.AnswerWithoutValue), sent, failed, [.. issues.SelectMany(i => i).Distinct()]);
    }

    private static async ValueTask<List<string>> ReadHopIssuesAsync(JsonStreamReader json)
    {
        List<string> issues = [];
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (!json.NameIs("issues"u8)) return false;
            issues = [.. (await NetworkJson.ReadListAsync(json, ReadIssueAsync).ConfigureAwait(false)).OfType<string>()];
            return true;
        }).ConfigureAwait(false);
        return issues;
    }

    private static async ValueTask<string?> ReadIssueAsync(JsonStreamReader json)
    {
        string? type = null;
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (!json.NameIs("type"u8)) return false;
            type = await json.ReadStringAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return type;
    }

    private static int Number(string? text) =>
        int.TryParse(text ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw new FormatException(Messages.AnswerWithoutValue);
}

/// <summary>A resource and its region.</summary>
internal sealed record PlacedResource(string Id, string Location)
{
    /// <summary>Older resources write their region as <c>West Europe</c>.</summary>
    public bool IsBeside(PlacedResource other) => string.Equals(Compact(Location), Compact(other.Location), StringComparison.OrdinalIgnoreCase);

    private static string Compact(string location) => location.Replace(" ", "");
}
