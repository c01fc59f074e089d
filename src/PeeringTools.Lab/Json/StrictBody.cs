using System.Text.Json;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Json;

/// <summary>A request body as the network provider reads it: members it does not know are refused, with their place.</summary>
internal sealed class StrictBody
{
    private readonly byte[] _raw;

    private StrictBody(byte[] raw, JsonElement element, string path)
    {
        _raw = raw;
        Element = element;
        Path = path;
    }

    public JsonElement Element { get; }

    public string Path { get; }

    public static StrictBody Parse(byte[] raw)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(raw, JsonText.Reading);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new StrictBody(raw, document.RootElement.Clone(), "");
            }
        }
        catch (JsonException e)
        {
            throw Unreadable("InvalidJson", e.Message);
        }

        throw Unreadable("InvalidJson", "Error converting value to an object. Path '', line 1, position 1.");
    }

    public static ArmException Unreadable(string code, string message) =>
        ArmError.Provider(400, "InvalidRequestFormat", "Cannot parse the request.", (code, message)).Thrown();

    public StrictBody? Child(string name) =>
        Element.Member(name) is JsonElement value ? new StrictBody(_raw, value, Join(name)) : null;

    public IEnumerable<StrictBody> Children(string name)
    {
        int index = 0;
        foreach (JsonElement item in Element.Member(name).Items())
        {
            yield return new StrictBody(_raw, item, FormattableString.Invariant($"{Join(name)}[{index++}]"));
        }
    }

    /// <summary>Refuses the first member that the type does not have.</summary>
    public StrictBody Only(string typeName, ICollection<string> members)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(Path, Element, typeName);
        }

        foreach (JsonProperty property in Element.EnumerateObject())
        {
            if (!members.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            {
                string path = Join(property.Name);
                (int line, int position) = JsonPosition.Of(_raw, path, ofValue: false);
                throw Unreadable("InvalidJson", $"Could not find member '{property.Name}' on object of type '{typeName}'. Path '{path}', line {line}, position {position}.");
            }
        }

        return this;
    }

    public bool Flag(string name, bool absent)
    {
        JsonElement? value = Element.Member(name);
        return value?.ValueKind switch
        {
            null => absent,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.Value.GetString(), out bool parsed) => parsed,
            _ => throw Wrong(Join(name), value.Value, "System.Boolean"),
        };
    }

    public void OneOf(string name, string typeName, params string[] allowed)
    {
        if (Element.Member(name) is JsonElement value
            && !(value.ValueKind == JsonValueKind.String && allowed.Contains(value.GetString(), StringComparer.OrdinalIgnoreCase)))
        {
            throw Wrong(Join(name), value, typeName);
        }
    }

    private string Join(string name) => Path.Length == 0 ? name : Path + "." + name;

    private ArmException Wrong(string path, JsonElement value, string typeName)
    {
        (int line, int position) = JsonPosition.Of(_raw, path, ofValue: true);
        return Unreadable("InvalidJson", $"Error converting value {value.GetRawText()} to type '{typeName}'. Path '{path}', line {line}, position {position}.");
    }
}
