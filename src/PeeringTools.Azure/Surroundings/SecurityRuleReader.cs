using System.Globalization;
using System.Text.Json;
using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads a security rule, as it was written or as it is in force at an interface.</summary>
internal static class SecurityRuleReader
{
    public static async ValueTask<SecurityRule> ReadAsync(JsonStreamReader json)
    {
        SecurityRuleDraft draft = new();
        (_, string? name) = await NetworkJson.ReadPartAsync(json, () => TryReadMemberAsync(json, draft)).ConfigureAwait(false);
        draft.Name = name ?? "";
        return draft.ToRule();
    }

    /// <summary>A rule in force stands without an id, and its members without <c>properties</c> around them.</summary>
    public static async ValueTask<SecurityRule> ReadEffectiveAsync(JsonStreamReader json)
    {
        SecurityRuleDraft draft = new();
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (!json.NameIs("name"u8)) return await TryReadMemberAsync(json, draft).ConfigureAwait(false);
            draft.Name = await json.ReadStringAsync().ConfigureAwait(false) ?? "";
            return true;
        }).ConfigureAwait(false);
        return draft.ToRule();
    }

    private static async ValueTask<bool> TryReadMemberAsync(JsonStreamReader json, SecurityRuleDraft draft)
    {
        if (json.NameIs("priority"u8)) draft.Priority = Number(await json.ReadStringAsync().ConfigureAwait(false));
        else if (json.NameIs("direction"u8)) draft.Direction = await json.ReadStringAsync().ConfigureAwait(false);
        else if (json.NameIs("access"u8)) draft.Access = await json.ReadStringAsync().ConfigureAwait(false);
        else if (json.NameIs("protocol"u8)) draft.Protocol = await json.ReadStringAsync().ConfigureAwait(false);
        else return await TryReadPortAsync(json, draft).ConfigureAwait(false) || await TryReadPrefixAsync(json, draft).ConfigureAwait(false);
        return true;
    }

    private static async ValueTask<bool> TryReadPortAsync(JsonStreamReader json, SecurityRuleDraft draft)
    {
        if (json.NameIs("sourcePortRange"u8)) draft.SourcePorts.Add(await json.ReadStringAsync().ConfigureAwait(false));
        else if (json.NameIs("sourcePortRanges"u8)) draft.SourcePorts.AddRange(await json.ReadStringsAsync().ConfigureAwait(false));
        else if (json.NameIs("destinationPortRange"u8)) draft.DestinationPorts.Add(await json.ReadStringAsync().ConfigureAwait(false));
        else if (json.NameIs("destinationPortRanges"u8)) draft.DestinationPorts.AddRange(await json.ReadStringsAsync().ConfigureAwait(false));
        else return false;
        return true;
    }

    private static async ValueTask<bool> TryReadPrefixAsync(JsonStreamReader json, SecurityRuleDraft draft)
    {
        if (json.NameIs("sourceAddressPrefix"u8)) draft.Sources.Add(await json.ReadStringAsync().ConfigureAwait(false));
        else if (json.NameIs("sourceAddressPrefixes"u8)) draft.Sources.AddRange(await json.ReadStringsAsync().ConfigureAwait(false));
        else if (json.NameIs("expandedSourceAddressPrefix"u8)) draft.ExpandedSources = await json.ReadStringsAsync().ConfigureAwait(false);
        else if (json.NameIs("destinationAddressPrefix"u8)) draft.Destinations.Add(await json.ReadStringAsync().ConfigureAwait(false));
        else if (json.NameIs("destinationAddressPrefixes"u8)) draft.Destinations.AddRange(await json.ReadStringsAsync().ConfigureAwait(false));
        else if (json.NameIs("expandedDestinationAddressPrefix"u8)) draft.ExpandedDestinations = await json.ReadStringsAsync().ConfigureAwait(false);
        else if (json.NameIs("sourceApplicationSecurityGroups"u8)) draft.SourceGroups = await NetworkJson.ReadIdsAsync(json).ConfigureAwait(false);
        else if (json.NameIs("destinationApplicationSecurityGroups"u8)) draft.DestinationGroups = await NetworkJson.ReadIdsAsync(json).ConfigureAwait(false);
        else return false;
        return true;
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw new JsonException("A rule's priority is no number.");
}
