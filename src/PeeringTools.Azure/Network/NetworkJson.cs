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
    public static ValueTask<string[]> ReadAddressSpaceAsync(JsonStreamReader json) => json.ReadWholeAsync(AddressSpace);

    /// <summary>Reads <c>{"id": "..."}</c>; other members are passed over.</summary>
    public static ValueTask<string?> ReadIdAsync(JsonStreamReader json) => json.ReadWholeAsync(Id);

    /// <summary>Reads a list of <c>{"id": "..."}</c>, however long it is.</summary>
    public static async ValueTask<string[]> ReadIdsAsync(JsonStreamReader json) =>
        [.. (await ReadListAsync(json, ReadIdAsync).ConfigureAwait(false)).OfType<string>()];

    /// <summary>Reads tags; a tag of null reads as an empty text.</summary>
    public static ValueTask<Dictionary<string, string>> ReadTagsAsync(JsonStreamReader json) => json.ReadWholeAsync(Tags);

    /// <inheritdoc cref="ReadAddressSpaceAsync"/>
    public static string[] AddressSpace(ref JsonValue json) => Texts(ref json, "addressPrefixes"u8);

    /// <summary>The list of texts that an object has in one member; empty where it has none.</summary>
    public static string[] Texts(ref JsonValue json, ReadOnlySpan<byte> member)
    {
        string[] texts = [];
        if (!json.StartObject()) return texts;
        while (json.NextMember())
        {
            if (json.NameIs(member)) texts = json.ReadStrings();
            else json.Skip();
        }

        return texts;
    }

    /// <inheritdoc cref="ReadIdAsync"/>
    public static string? Id(ref JsonValue json)
    {
        string? id = null;
        if (!json.StartObject()) return id;
        while (json.NextMember())
        {
            if (json.NameIs("id"u8)) id = json.ReadString();
            else json.Skip();
        }

        return id;
    }

    /// <inheritdoc cref="ReadIdsAsync"/>
    public static string[] Ids(ref JsonValue json)
    {
        List<string> ids = [];
        if (!json.StartArray()) return [];
        while (json.NextItem())
        {
            if (Id(ref json) is string id) ids.Add(id);
        }

        return [.. ids];
    }

    private static Dictionary<string, string> Tags(ref JsonValue json)
    {
        Dictionary<string, string> tags = new(StringComparer.OrdinalIgnoreCase);
        if (!json.StartObject()) return tags;
        while (json.NextMember())
        {
            string name = json.Name();
            tags[name] = json.ReadString() ?? "";
        }

        return tags;
    }
}
