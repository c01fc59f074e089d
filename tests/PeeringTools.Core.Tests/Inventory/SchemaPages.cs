using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeeringTools.Inventory;

/// <summary>The published schema and the table of docs/inventory.md as the columns would write them today.</summary>
internal static class SchemaPages
{
    public const string TableStart = "<!-- columns: written from the code, compared by a test -->\n";
    public const string TableEnd = "<!-- /columns -->";

    public static string SchemaPath => Path.Combine(Core.Tests.Repository.Root, "docs", "schemas", "peering-inventory.schema.json");

    public static string PagePath => Path.Combine(Core.Tests.Repository.Root, "docs", "inventory.md");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Schema()
    {
        JsonObject properties = [];
        foreach (InventoryColumn column in InventorySchema.Columns) properties[column.Name] = Property(column);
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Inventory of virtual network peerings",
            ["description"] = "One row per pair of virtual networks, sorted by the two ids. The CSV has the same columns.",
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = new JsonArray([.. InventorySchema.Columns.Select(column => JsonValue.Create(column.Name))]),
                ["properties"] = properties,
            },
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    public static string Table()
    {
        StringBuilder table = new("\n| column | holds | what it says |\n|---|---|---|\n");
        foreach (InventoryColumn column in InventorySchema.Columns.Where(column => column.Side != PeeringDirection.Remote))
        {
            string name = column.Side == PeeringDirection.Local ? $"`Local{column.Name["Local".Length..]}`, `Remote{column.Name["Local".Length..]}`" : $"`{column.Name}`";
            string blank = column.IsOptional && column.Kind != CellKind.List ? ", may be blank" : "";
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {KindOf(column)}{blank} | {column.Description} |\n");
        }

        return table.Append('\n').ToString();
    }

    private static JsonObject Property(InventoryColumn column)
    {
        JsonObject property = new() { ["description"] = column.Description };
        if (column.Name == InventorySchema.VersionColumn) property["const"] = InventorySchema.Version;
        if (column.Kind == CellKind.List)
        {
            (property["type"], property["items"], property["uniqueItems"]) = ("array", new JsonObject { ["type"] = "string" }, true);
            return property;
        }

        string type = column.Kind switch { CellKind.Number => "integer", CellKind.Flag => "boolean", _ => "string" };
        property["type"] = column.IsOptional ? new JsonArray(type, "null") : JsonValue.Create(type);
        if (column.Choices.Count > 0) property["enum"] = new JsonArray([.. column.Choices.Select(choice => JsonValue.Create(choice))]);
        return property;
    }

    private static string KindOf(InventoryColumn column) => column.Kind switch
    {
        CellKind.Number => "number",
        CellKind.Flag => "true or false",
        CellKind.List => "list",
        _ when column.Choices.Count > 0 => string.Join(", ", column.Choices.Select(choice => $"`{choice}`")),
        _ => "text",
    };
}
