using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Graph;

/// <summary>A resource as Resource Graph keeps it: types in lower case, what stands in its id as columns.</summary>
internal sealed class GraphRow
{
    /// <summary>The columns of a row, in their order.</summary>
    public static readonly string[] Columns =
    [
        "id", "name", "type", "tenantId", "kind", "location", "resourceGroup", "subscriptionId", "managedBy", "sku", "plan", "properties", "tags",
        "identity", "zones", "extendedLocation",
    ];

    private static readonly string[] Texts = ["kind", "managedBy"];

    private readonly VirtualNetwork? _network;
    private readonly Subscription _subscription;

    private GraphRow(Subscription subscription, VirtualNetwork? network)
    {
        _subscription = subscription;
        _network = network;
    }

    public string Id => _network?.Id ?? "/subscriptions/" + _subscription.Id;

    public static GraphRow Of(VirtualNetwork network) => new(network.Group.Subscription, network);

    public static GraphRow Of(Subscription subscription) => new(subscription, null);

    public string Text(string column) => column switch
    {
        "id" => Id,
        "name" => _network?.Name ?? _subscription.Name,
        "type" => _network is null ? GraphQuery.Subscriptions : GraphQuery.Networks,
        "tenantId" => _subscription.TenantId,
        "location" => _network?.Location ?? "",
        "resourceGroup" => _network?.Group.Name ?? "",
        "subscriptionId" => _subscription.Id,
        _ => "",
    };

    public void Write(Utf8JsonWriter writer, Estate estate, ApiVersion version, List<GraphColumn>? projection)
    {
        using JsonDocument whole = JsonDocument.Parse(Whole(estate, version));
        if (projection is null)
        {
            whole.RootElement.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (GraphColumn column in projection)
        {
            column.Write(writer, whole.RootElement);
        }

        writer.WriteEndObject();
    }

    private byte[] Whole(Estate estate, ApiVersion version) => ArmAnswer.Json(200, w =>
    {
        using JsonDocument? body = _network is null ? null : JsonDocument.Parse(NetworkWriter.Body(_network, estate, version));
        w.WriteStartObject();
        foreach (string column in Columns)
        {
            w.WritePropertyName(column);
            if (column is "properties" or "tags")
            {
                WriteDynamic(w, column, body);
            }
            else if (Text(column) is { Length: > 0 } text)
            {
                w.WriteStringValue(text);
            }
            else if (Texts.Contains(column))
            {
                w.WriteStringValue("");
            }
            else
            {
                w.WriteNullValue();
            }
        }

        w.WriteEndObject();
    }).Body;

    private void WriteDynamic(Utf8JsonWriter w, string column, JsonDocument? body)
    {
        if (body is not null && body.RootElement.TryGetProperty(column, out JsonElement value))
        {
            value.WriteTo(w);
        }
        else if (column == "properties")
        {
            w.WriteStartObject();
            w.WriteString("state", "Enabled");
            w.WriteEndObject();
        }
        else if (_subscription.Tags is { } tags && _network is null)
        {
            w.WriteStartObject();
            foreach (KeyValuePair<string, string> tag in tags)
            {
                w.WriteString(tag.Key, tag.Value);
            }

            w.WriteEndObject();
        }
        else
        {
            w.WriteNullValue();
        }
    }
}
