using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PeeringTools.Inventory;

/// <summary>An array of flat objects, one a line, with the same names and values as the CSV has.</summary>
/// <remarks>Everything beyond ASCII is escaped: no version of an encoder's table can change a byte, and no mark turns text around.</remarks>
internal sealed class JsonFormat : InventoryFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    private static readonly JsonEncodedText[] Names = [.. InventorySchema.Columns.Select(column => JsonEncodedText.Encode(column.Name))];

    public override string Separator => ",\n";

    public override string Foot => "\n]\n";

    public override string Head(string estate) => "[\n";

    public override string Row(object?[] values)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            for (int i = 0; i < values.Length; i++)
            {
                json.WritePropertyName(Names[i]);
                Write(json, values[i]);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case int number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case string text: json.WriteStringValue(text); break;
            default:
                json.WriteStartArray();
                foreach (string item in (string[])value) json.WriteStringValue(item);
                json.WriteEndArray();
                break;
        }
    }
}
