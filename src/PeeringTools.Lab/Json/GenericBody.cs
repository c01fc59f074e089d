using System.Text.Json;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Json;

/// <summary>A request body as the front end reads it.</summary>
internal static class GenericBody
{
    public static JsonDocument Parse(byte[] body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, JsonText.Reading);
        }
        catch (JsonException e)
        {
            throw FrontEndErrors.InvalidRequestContent(e.Message);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        throw FrontEndErrors.InvalidRequestContent("an object is expected");
    }
}
