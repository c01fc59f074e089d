using System.Text.Json;
using PeeringTools.Lab.Json;

namespace PeeringTools.Lab.Graph;

/// <summary>The body of a query: its scope, its text and its options. A member the lab does not know is refused.</summary>
internal sealed class GraphRequest
{
    private const int DefaultTop = 100;
    private const int MaximumTop = 1000;

    private static readonly string[] Known = ["subscriptions", "managementGroups", "query", "options", "facets"];
    private static readonly string[] KnownOptions = ["$skipToken", "$top", "$skip", "resultFormat", "allowPartialScopes", "authorizationScopeFilter"];

    private GraphRequest(JsonElement body, JsonElement? options)
    {
        Subscriptions = body.Member("subscriptions") is { } given ? Texts(given, "subscriptions") : null;
        ManagementGroups = body.Member("managementGroups") is { } groups ? Texts(groups, "managementGroups") : null;
        Query = GraphQuery.Parse(body.Member("query").Text() ?? "");
        Top = options?.Member("$top") is { } top ? NumberOf(top, "$top", 1, MaximumTop) : DefaultTop;
        Skip = options?.Member("$skip") is { ValueKind: not JsonValueKind.Null } skip ? NumberOf(skip, "$skip", 0, int.MaxValue) : 0;
        SkipToken = options?.Member("$skipToken").Text();
    }

    public string[]? Subscriptions { get; }

    public string[]? ManagementGroups { get; }

    public GraphQuery Query { get; }

    public int Top { get; }

    /// <summary>Rows left out at the beginning of the result; a skip token counts from there.</summary>
    public int Skip { get; }

    public string? SkipToken { get; }

    public static GraphRequest Parse(byte[] bytes)
    {
        using JsonDocument document = GenericBody.Parse(bytes);
        JsonElement body = document.RootElement;
        JsonElement? options = body.Member("options");
        RefuseUnknown(body, Known);
        if (options is { } given)
        {
            RefuseUnknown(given, KnownOptions);
        }

        if (body.Member("facets").Items().Any())
        {
            throw GraphErrors.InvalidOption("facets");
        }

        if (options?.Member("resultFormat").Text() is string format && format != "objectArray")
        {
            throw GraphErrors.InvalidOption($"the format '{format}'");
        }

        // Every Azure SDK sends the default; the others are about role assignments and policies, of which the lab has no rows.
        if (options?.Member("authorizationScopeFilter").Text() is string filter && !string.Equals(filter, "AtScopeAndBelow", StringComparison.OrdinalIgnoreCase))
        {
            throw GraphErrors.InvalidOption($"the authorizationScopeFilter '{filter}'");
        }

        GraphRequest request = new(body, options);
        return request is { Subscriptions.Length: > 0, ManagementGroups.Length: > 0 }
            ? throw GraphErrors.InvalidOption("subscriptions and managementGroups together")
            : request;
    }

    private static void RefuseUnknown(JsonElement element, string[] known)
    {
        string? stranger = element.EnumerateObject().Select(m => m.Name).FirstOrDefault(n => !known.Contains(n, StringComparer.OrdinalIgnoreCase));
        if (stranger is not null)
        {
            throw GraphErrors.InvalidOption($"'{stranger}'");
        }
    }

    private static int NumberOf(JsonElement value, string name, int least, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most
            ? number
            : throw GraphErrors.InvalidOption($"{name} is a number from {least} to {most}");

    private static string[] Texts(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(e => e.GetString()!)]
            : throw GraphErrors.InvalidOption($"{name} is a list of texts");
}
