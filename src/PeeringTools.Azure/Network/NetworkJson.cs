using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Network;

/// <summary>Shapes that several resources of Microsoft.Network share.</summary>
internal static class NetworkJson
{
    /// <summary>Reads <c>{"addressPrefixes": [...]}</c>.</summary>
    public static async ValueTask<string[]> ReadAddressSpaceAsync(JsonStreamReader json)
    {
        string[] prefixes = [];
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return prefixes;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("addressPrefixes"u8)) prefixes = await json.ReadStringsAsync().ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return prefixes;
    }

    /// <summary>Reads <c>{"id": "..."}</c>; other members are passed over.</summary>
    public static async ValueTask<string?> ReadIdAsync(JsonStreamReader json)
    {
        string? id = null;
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return id;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("id"u8)) id = await json.ReadStringAsync().ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return id;
    }

    /// <summary>Reads a list of <c>{"id": "..."}</c>.</summary>
    public static async ValueTask<string[]> ReadIdsAsync(JsonStreamReader json)
    {
        List<string> ids = [];
        if (!await json.StartArrayAsync().ConfigureAwait(false)) return [];
        while (await json.NextItemAsync().ConfigureAwait(false))
        {
            if (await ReadIdAsync(json).ConfigureAwait(false) is string id) ids.Add(id);
        }

        return [.. ids];
    }

    /// <summary>Reads tags; a tag of null reads as an empty text.</summary>
    public static async ValueTask<Dictionary<string, string>> ReadTagsAsync(JsonStreamReader json)
    {
        Dictionary<string, string> tags = new(StringComparer.OrdinalIgnoreCase);
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return tags;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            string name = json.Name();
            tags[name] = await json.ReadStringAsync().ConfigureAwait(false) ?? "";
        }

        return tags;
    }
}
