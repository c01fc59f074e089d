using System.Text.Json;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Graph;

/// <summary>The queries that Resource Graph is asked, and the bodies they travel in.</summary>
internal static class GraphBody
{
    /// <summary>The most rows a page can have.</summary>
    public const int PageSize = 1000;

    /// <summary>
    /// One row for a network with its peerings inside: expanding them into rows would run into a cap on rows that cuts
    /// silently. Paging is sound only with the id in the projection, and in the order of ids. Nothing a caller says is part of a query.
    /// </summary>
    public const string Networks =
        "resources | where type =~ 'microsoft.network/virtualnetworks'"
        + " | project id, location, tags, provisioningState = properties.provisioningState, resourceGuid = properties.resourceGuid,"
        + " addressSpace = properties.addressSpace, virtualNetworkPeerings = properties.virtualNetworkPeerings"
        + " | order by id asc";

    public const string Subscriptions =
        "resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project id, subscriptionId | order by id asc";

    public static byte[] Write(GraphScope scope, string query, string? skipToken)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body))
        {
            writer.WriteStartObject();
            bool group = scope.ManagementGroupId is not null;
            writer.WriteStartArray(group ? "managementGroups" : "subscriptions");
            foreach (string id in group ? [scope.ManagementGroupId!] : scope.SubscriptionIds) writer.WriteStringValue(id);
            writer.WriteEndArray();
            writer.WriteString("query", query);
            writer.WriteStartObject("options");
            writer.WriteNumber("$top", PageSize);
            if (skipToken is not null) writer.WriteString("$skipToken", skipToken);
            writer.WriteString("resultFormat", "objectArray");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return body.ToArray();
    }
}
