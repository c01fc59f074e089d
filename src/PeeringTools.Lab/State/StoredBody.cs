using System.Text.Json.Nodes;

namespace PeeringTools.Lab.State;

/// <summary>The members that every stored resource shows, whatever was put; its etag comes with <see cref="StoredResource.Touch"/>.</summary>
internal static class StoredBody
{
    public static JsonObject Complete(JsonObject given, string id, string type, string name)
    {
        JsonObject body = new() { ["name"] = name, ["id"] = id, ["etag"] = "", ["type"] = type };
        foreach (KeyValuePair<string, JsonNode?> member in given.ToArray())
        {
            if (!body.ContainsKey(member.Key))
            {
                given.Remove(member.Key);
                body[member.Key] = member.Value;
            }
        }

        if (body["properties"] is not JsonObject properties)
        {
            body["properties"] = properties = [];
        }

        if (!properties.ContainsKey("provisioningState"))
        {
            properties["provisioningState"] = "Succeeded";
        }

        return body;
    }
}
