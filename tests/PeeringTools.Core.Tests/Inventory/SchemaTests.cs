using System.Text.Json;
using CsCheck;

namespace PeeringTools.Inventory;

/// <summary>The schema that is published is the one that is written. PEERINGTOOLS_WRITE_DOCS=1 writes the pages.</summary>
public class SchemaTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("PEERINGTOOLS_WRITE_DOCS") == "1";

    [Fact]
    public void The_published_schema_says_what_the_columns_are()
    {
        if (Writes) File.WriteAllText(SchemaPages.SchemaPath, SchemaPages.Schema());
        Assert.Equal(SchemaPages.Schema(), File.ReadAllText(SchemaPages.SchemaPath).Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_lists_the_columns()
    {
        string page = File.ReadAllText(SchemaPages.PagePath).Replace("\r\n", "\n", StringComparison.Ordinal);
        int start = page.IndexOf(SchemaPages.TableStart, StringComparison.Ordinal) + SchemaPages.TableStart.Length;
        int end = page.IndexOf(SchemaPages.TableEnd, StringComparison.Ordinal);
        if (Writes) File.WriteAllText(SchemaPages.PagePath, page = page[..start] + SchemaPages.Table() + page[end..]);
        Assert.Contains(SchemaPages.Table(), page, StringComparison.Ordinal);
    }

    /// <summary>By hand, with nothing of the code that wrote either: types, required members, and values that are allowed.</summary>
    [Fact]
    public void What_is_written_is_valid_by_the_published_schema() => Sample.AnyEstate(3).Sample(estate =>
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(SchemaPages.SchemaPath));
        using JsonDocument data = JsonDocument.Parse(Folder.Bytes("json", [Sample.Pair("x", "y"), .. estate]));
        JsonElement item = schema.RootElement.GetProperty("items");
        string[] required = [.. item.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)];
        foreach (JsonElement row in data.RootElement.EnumerateArray())
        {
            Assert.Equal(required, row.EnumerateObject().Select(member => member.Name));
            foreach (JsonProperty member in row.EnumerateObject()) AssertValid(item.GetProperty("properties").GetProperty(member.Name), member);
        }
    }, iter: 50);

    [Fact]
    public void The_columns_of_the_csv_are_those_of_the_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(SchemaPages.SchemaPath));
        Assert.Equal(
            schema.RootElement.GetProperty("items").GetProperty("properties").EnumerateObject().Select(member => member.Name),
            Folder.Text("csv").TrimEnd('\n').Split(','));
    }

    /// <summary>Another column, or one that means something else, is another version: then this line changes with it.</summary>
    [Fact]
    public void Version_one_has_these_columns() => Assert.Equal(
        (1, 64, "f695"),
        (InventorySchema.Version, InventorySchema.Columns.Count, PairId.HashOf(string.Join(",", InventorySchema.Columns.Select(c => $"{c.Name}:{c.Kind}:{c.IsOptional}")), 4)));

    [Fact]
    public void Every_column_has_a_description() => Assert.All(InventorySchema.Columns, column => Assert.EndsWith(".", column.Description.Replace("UTC", "", StringComparison.Ordinal), StringComparison.Ordinal));

    private static void AssertValid(JsonElement schema, JsonProperty member)
    {
        JsonElement type = schema.GetProperty("type");
        string[] types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];
        Assert.Contains(member.Value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.Number => "integer",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Array => "array",
            _ => "string",
        }, types);
        if (member.Value.ValueKind == JsonValueKind.Array) Assert.Distinct(member.Value.EnumerateArray().Select(item => item.GetString()));
        if (schema.TryGetProperty("enum", out JsonElement choices)) Assert.Contains(member.Value.GetString(), choices.EnumerateArray().Select(choice => choice.GetString()));
        if (schema.TryGetProperty("const", out JsonElement only)) Assert.Equal(only.GetInt32(), member.Value.GetInt32());
    }
}
