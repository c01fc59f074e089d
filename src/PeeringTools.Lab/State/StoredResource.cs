using System.Text.Json.Nodes;

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
}
