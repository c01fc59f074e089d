using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Which of the network managers' connectivity configurations apply to a network; a stored configuration counts as deployed.</summary>
internal sealed class ManagerService
{
    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public ManagerService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    /// <summary>Null for a path that is not this question.</summary>
    public ArmAnswer? Serve(ArmRequest request)
    {
        if (request.Method != "POST" || !request.Path.IsType("Microsoft.Network", "virtualNetworks", "listNetworkManagerEffectiveConnectivityConfigurations"))
        {
            return null;
        }

        _gate.Act(request);
        StoredResource[] all = [.. ConnectedGroups.Applying(_gate.Network(request), _engine.Estate).OrderBy(c => c.Id, StringComparer.OrdinalIgnoreCase)];
        string? after = request.Body.Length == 0 ? null : StrictBody.Parse(request.Body).Only("QueryRequestOptions", ["skipToken"]).Element.Member("skipToken").Text();
        int size = request.Query.TryGetValue("$top", out string? top) && int.TryParse(top, out int wanted) && wanted > 0 ? Math.Min(wanted, _engine.Options.PageSize) : _engine.Options.PageSize;
        StoredResource[] rest = [.. all.Where(c => after is null || string.Compare(c.Id, after, StringComparison.OrdinalIgnoreCase) > 0)];
        ArmAnswer answer = ArmAnswer.Json(200, w => Write(w, [.. rest.Take(size)], rest.Length > size));
        answer.FromProvider = true;
        return answer;
    }

    private void Write(Utf8JsonWriter w, StoredResource[] page, bool more)
    {
        w.WriteStartObject();
        w.WriteStartArray("value");
        foreach (StoredResource configuration in page)
        {
            w.WriteStartObject();
            w.WriteString("id", configuration.Id);
            w.WritePropertyName("properties");
            configuration.Body["properties"]!.WriteTo(w);
            w.WriteStartArray("configurationGroups");
            foreach (string group in ConnectedGroups.Groups(configuration).Select(g => g.Text("networkGroupId")).OfType<string>())
            {
                Group(w, group);
            }

            w.WriteEndArray();
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteString("skipToken", more ? page[page.Length - 1].Id : "");
        w.WriteEndObject();
    }

    private void Group(Utf8JsonWriter w, string id)
    {
        w.WriteStartObject();
        w.WriteString("id", id);
        if (_engine.Estate.Find(id)?.Body["properties"] is JsonNode properties)
        {
            w.WritePropertyName("properties");
            properties.WriteTo(w);
        }

        w.WriteEndObject();
    }
}
