using System.Text.Json;
using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Network;

/// <summary>Shapes that several resources of Microsoft.Network share.</summary>
internal static class NetworkJson
{
    /// <summary>Reads an object; a member that <paramref name="tryReadMember"/> answers false for, with nothing read, is passed over.</summary>
    public static async ValueTask ReadObjectAsync(JsonStreamReader json, Func<ValueTask<bool>> tryReadMember)
    {
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (!await tryReadMember().ConfigureAwait(false)) await json.SkipAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads a resource: its id, its name, and its <c>properties</c> as <see cref="ReadObjectAsync"/> does.</summary>
    public static async ValueTask<(string Id, string Name)> ReadResourceAsync(JsonStreamReader json, Func<ValueTask<bool>> tryReadProperty)
    {
        (string? id, string? name) = await ReadPartAsync(json, tryReadProperty).ConfigureAwait(false);
        return id is null ? throw new JsonException("A resource without an id.") : (id, name ?? id.Substring(id.LastIndexOf('/') + 1));
    }

    /// <summary>The same for what lives inside a resource, whose id nobody asks for.</summary>
    public static async ValueTask<(string? Id, string? Name)> ReadPartAsync(JsonStreamReader json, Func<ValueTask<bool>> tryReadProperty)
    {
        (string? id, string? name) = (null, null);
        await ReadObjectAsync(json, async () =>
        {
            if (json.NameIs("id"u8)) id = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("name"u8)) name = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("properties"u8)) await ReadObjectAsync(json, tryReadProperty).ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return (id, name);
    }

    /// <summary>Reads a list; empty for null.</summary>
    public static async ValueTask<List<T>> ReadListAsync<T>(JsonStreamReader json, Func<JsonStreamReader, ValueTask<T>> readItem)
    {
        List<T> items = [];
        if (!await json.StartArrayAsync().ConfigureAwait(false)) return items;
        while (await json.NextItemAsync().ConfigureAwait(false)) items.Add(await readItem(json).ConfigureAwait(false));
        return items;
    }

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
