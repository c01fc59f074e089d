using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads what is in force at a running machine's interface: routes, and groups with their rules.</summary>
internal static class EffectiveReader
{
    public static ValueTask<List<EffectiveRoute>> ReadRoutesAsync(JsonStreamReader json) => ReadValueAsync(json, ReadRouteAsync);

    public static ValueTask<List<EffectiveSecurityGroup>> ReadGroupsAsync(JsonStreamReader json) => ReadValueAsync(json, ReadGroupAsync);

    private static async ValueTask<List<T>> ReadValueAsync<T>(JsonStreamReader json, Func<JsonStreamReader, ValueTask<T>> readItem)
    {
        List<T>? items = null;
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (!json.NameIs("value"u8)) return false;
            items = await NetworkJson.ReadListAsync(json, readItem).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return items ?? throw new FormatException(Messages.AnswerWithoutValue);
    }

    private static async ValueTask<EffectiveRoute> ReadRouteAsync(JsonStreamReader json)
    {
        (string? name, string? source, string? state, string? type, string[] prefixes, string[] addresses) = (null, null, null, null, [], []);
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("name"u8)) name = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("source"u8)) source = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("state"u8)) state = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("nextHopType"u8)) type = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("addressPrefix"u8)) prefixes = await json.ReadStringsAsync().ConfigureAwait(false);
            else if (json.NameIs("nextHopIpAddress"u8)) addresses = await json.ReadStringsAsync().ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new EffectiveRoute
        {
            Name = name,
            Source = source ?? "",
            State = state ?? "",
            NextHopType = type ?? "",
            AddressPrefixes = prefixes,
            NextHopIpAddresses = addresses,
        };
    }

    private static async ValueTask<EffectiveSecurityGroup> ReadGroupAsync(JsonStreamReader json)
    {
        (string? group, string? association, List<SecurityRule> rules) = (null, null, []);
        Dictionary<string, IReadOnlyList<string>> tags = new(StringComparer.OrdinalIgnoreCase);
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("networkSecurityGroup"u8)) group = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            else if (json.NameIs("association"u8)) association = await ReadAssociationAsync(json).ConfigureAwait(false);
            else if (json.NameIs("effectiveSecurityRules"u8)) rules = await NetworkJson.ReadListAsync(json, SecurityRuleReader.ReadEffectiveAsync).ConfigureAwait(false);
            else if (json.NameIs("tagMap"u8)) await ReadTagMapAsync(json, tags).ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new EffectiveSecurityGroup { NetworkSecurityGroupId = group ?? "", AssociationId = association, Rules = rules, TagMap = tags };
    }

    /// <summary>The subnet, the interface or the network manager it is bound to.</summary>
    private static async ValueTask<string?> ReadAssociationAsync(JsonStreamReader json)
    {
        string? id = null;
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            id = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false) ?? id;
            return true;
        }).ConfigureAwait(false);
        return id;
    }

    /// <summary>An object in the newer api-versions; in older ones a text that nobody needs.</summary>
    private static async ValueTask ReadTagMapAsync(JsonStreamReader json, Dictionary<string, IReadOnlyList<string>> tags)
    {
        if (!await json.StartObjectOrSkipAsync().ConfigureAwait(false)) return;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            string tag = json.Name();
            tags[tag] = await json.ReadStringsAsync().ConfigureAwait(false);
        }
    }
}
