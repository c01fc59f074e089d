using System.Text.Json;

namespace PeeringTools.Lab.Estates;

/// <summary>Members of bodies made from text.</summary>
internal static class LoadedJson
{
    public static KeyValuePair<string, JsonElement> Reference(string member, string id)
    {
        using JsonDocument document = JsonDocument.Parse("{\"id\":\"" + id + "\"}");
        return new KeyValuePair<string, JsonElement>(member, document.RootElement.Clone());
    }
}
