using System.Text.Json.Nodes;
using PeeringTools.Lab.Traffic;

namespace PeeringTools.Lab.State;

/// <summary>A resource that the lab keeps and gives back, without a state machine.</summary>
internal sealed class StoredResource
{
    public StoredResource(string id, string type, JsonObject body)
    {
        Id = id;
        Type = type;
        Body = body;
    }

    public string Id { get; }

    /// <summary>Namespace and types, as in Microsoft.Network/routeTables.</summary>
    public string Type { get; }

    public JsonObject Body { get; set; }

    public string Etag => Body.Text("etag") ?? "";

    /// <summary>The given tags take the place of all there were.</summary>
    public void SetTags(Dictionary<string, string> tags, IdSource ids)
    {
        Body["tags"] = new JsonObject(tags.Select(tag => new KeyValuePair<string, JsonNode?>(tag.Key, tag.Value)));
        Touch(ids);
    }

    /// <summary>Gives the resource and what lies in it their next etag.</summary>
    public void Touch(IdSource ids)
    {
        string etag = $"W/\"{ids.Next()}\"";
        Body["etag"] = etag;
        ChildKind.Stamp(this, etag);
    }
}
