using System.Globalization;

namespace PeeringTools.Lab.Graph;

/// <summary>
/// A query of the subset the lab understands: a table, a type, conditions on columns, a projection, the order of ids and a
/// limit, each at most once and in an order in which nothing depends on it. Anything else is refused.
/// </summary>
internal sealed class GraphQuery
{
    public const string Networks = "microsoft.network/virtualnetworks";
    public const string Subscriptions = "microsoft.resources/subscriptions";

    private static readonly string[] Comparable = ["id", "name", "type", "location", "resourceGroup", "subscriptionId", "tenantId"];

    private GraphQuery(bool containers) => Type = containers ? Subscriptions : Networks;

    /// <summary>The one type that rows are of.</summary>
    public string Type { get; }

    public List<(string Column, string Value, bool IgnoreCase)> Conditions { get; } = [];

    /// <summary>Null for all columns.</summary>
    public List<GraphColumn>? Columns { get; private set; }

    /// <summary>Whether rows are in the order of ids, or the reverse of it; null where the query does not say.</summary>
    public bool? Ascending { get; private set; }

    public int? Limit { get; private set; }

    /// <summary>A page can be continued only where the id is shown and rows stand in its order.</summary>
    public bool CanContinue => Ascending != false && (Columns is null || Columns.Exists(c => c.IsId));

    public static GraphQuery Parse(string text)
    {
        List<List<string>> operators = QueryText.Operators(text);
        string table = operators[0].Count == 1 ? operators[0][0].ToUpperInvariant() : "";
        GraphQuery query = table switch
        {
            "RESOURCES" => new GraphQuery(containers: false),
            "RESOURCECONTAINERS" => new GraphQuery(containers: true),
            _ => throw GraphErrors.InvalidQuery("a query begins with resources or resourcecontainers"),
        };
        foreach (List<string> words in operators.Skip(1))
        {
            query.Read(words);
        }

        return query.Conditions.Exists(c => c.Column == "type")
            ? query
            : throw GraphErrors.InvalidQuery($"the lab knows {query.Type} only, so the query must ask for that type");
    }

    private void Read(List<string> words)
    {
        string name = words.Count > 0 ? words[0].ToUpperInvariant() : "";
        switch (name)
        {
            case "WHERE" when Columns is null && Limit is null:
                ReadCondition(words);
                break;
            case "PROJECT" when Columns is null && words.Count > 1:
                Columns = GraphColumn.ParseAll(words);
                break;
            case "ORDER" or "SORT" when Ascending is null && Limit is null:
                ReadOrder(words);
                break;
            case "LIMIT" or "TAKE" when Limit is null && words.Count == 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int rows):
                Limit = rows;
                break;
            default:
                throw GraphErrors.InvalidQuery($"'{string.Join(" ", words.Take(3))}' here");
        }
    }

    private void ReadCondition(List<string> words)
    {
        bool readable = words.Count == 4 && words[2] is "=~" or "==" && words[3][0] == '\'';
        string? column = readable ? Array.Find(Comparable, c => c == words[1]) : null;
        string value = column is null ? throw GraphErrors.InvalidQuery("a condition other than <column> =~ '<text>'") : words[3].Substring(1);
        if (column == "type" && !string.Equals(value, Type, StringComparison.OrdinalIgnoreCase))
        {
            throw GraphErrors.InvalidQuery($"rows of '{value}'");
        }

        Conditions.Add((column, value, words[2] == "=~"));
    }

    /// <summary>Without a direction, as in Kusto, it is downward.</summary>
    private void ReadOrder(List<string> words)
    {
        bool byId = words.Count is 3 or 4 && string.Equals(words[1], "by", StringComparison.OrdinalIgnoreCase) && words[2] == "id"
            && (Columns is null || Columns.Exists(c => c.IsId));
        string direction = words.Count == 4 ? words[3] : "desc";
        Ascending = byId && direction is "asc" or "desc" ? direction == "asc" : throw GraphErrors.InvalidQuery("an order other than by id");
    }
}
