using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Estates;

/// <summary>Takes resources from JSON, in the three shapes that tools write them in.</summary>
internal static class ResourceLoader
{
    public static void Load(LabEngine engine, Stream json)
    {
        using JsonDocument document = Parse(json);
        JsonElement items = document.RootElement;
        if (items.ValueKind == JsonValueKind.Object)
        {
            items = items.Member("value") ?? items.Member("data") ?? throw new LabEstateException("The JSON is an object without 'value' or 'data'; an array of resources is expected.");
        }

        if (items.ValueKind != JsonValueKind.Array)
        {
            throw new LabEstateException("An array of resources is expected, alone or under 'value' or 'data'.");
        }

        LoadedResource[] resources = [.. items.EnumerateArray().Select((item, index) => LoadedResource.Read(item.Clone(), index))];
        foreach (LoadedResource resource in resources)
        {
            resource.AddTo(engine.Estate);
        }

        engine.Estate.ForgetBodies();
        DefaultCaller.Ensure(engine);
    }

    private static JsonDocument Parse(Stream json)
    {
        try
        {
            return JsonDocument.Parse(json, JsonText.Reading);
        }
        catch (JsonException e)
        {
            throw new LabEstateException("The estate is not JSON: " + e.Message, e);
        }
    }
}
