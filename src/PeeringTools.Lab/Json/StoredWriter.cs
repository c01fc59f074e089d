using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;

namespace PeeringTools.Lab.Json;

/// <summary>Stored bodies as answers: with what the estate knows about them and nobody wrote.</summary>
internal sealed class StoredWriter
{
    private readonly Lazy<Associations> _associations;

    /// <summary>One for each answer: who uses what is looked up once.</summary>
    public StoredWriter(Estate estate) => _associations = new Lazy<Associations>(() => Associations.In(estate), isThreadSafe: false);

    public static byte[] Plain(JsonObject body) => JsonText.Bytes(w => body.WriteTo(w));

    public byte[] Body(StoredResource resource) =>
        Associations.Concern(resource.Type) ? JsonText.Bytes(w => Write(w, resource)) : Plain(resource.Body);

    private void Write(Utf8JsonWriter w, StoredResource resource)
    {
        w.WriteStartObject();
        foreach (KeyValuePair<string, JsonNode?> member in resource.Body)
        {
            w.WritePropertyName(member.Key);
            if (member.Key == "properties" && member.Value is JsonObject properties)
            {
                WriteProperties(w, resource, properties);
            }
            else
            {
                Write(w, member.Value);
            }
        }

        w.WriteEndObject();
    }

    private void WriteProperties(Utf8JsonWriter w, StoredResource resource, JsonObject properties)
    {
        w.WriteStartObject();
        foreach (KeyValuePair<string, JsonNode?> member in properties)
        {
            w.WritePropertyName(member.Key);
            Write(w, member.Value);
        }

        foreach ((string member, string[] ids) in _associations.Value.Of(resource))
        {
            w.WriteStartArray(member);
            foreach (string id in ids)
            {
                w.WriteStartObject();
                w.WriteString("id", id);
                w.WriteEndObject();
            }

            w.WriteEndArray();
        }

        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, JsonNode? value)
    {
        if (value is null)
        {
            w.WriteNullValue();
        }
        else
        {
            value.WriteTo(w);
        }
    }
}
