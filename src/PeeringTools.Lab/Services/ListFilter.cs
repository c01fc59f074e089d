using System.Text.RegularExpressions;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>The <c>$filter</c> of a list: equalities joined by 'and'. What it does not understand is refused, because a list that is too long is a wrong answer.</summary>
internal sealed class ListFilter
{
    private static readonly Regex Equality = new("^\\s*(?<name>[A-Za-z]+)\\s+eq\\s+'(?<value>(?:[^']|'')*)'\\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex And = new("\\s+and\\s+(?=(?:[^']*'[^']*')*[^']*$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private readonly Dictionary<string, string> _wanted = new(StringComparer.OrdinalIgnoreCase);

    private ListFilter()
    {
    }

    /// <param name="request">Whose query it is.</param>
    /// <param name="names">What may be asked for; a tag is asked for by tagName and tagValue.</param>
    public static ListFilter Of(ArmRequest request, params string[] names)
    {
        ListFilter filter = new();
        if (!request.Query.TryGetValue("$filter", out string? text) || text.Trim().Length == 0)
        {
            return filter;
        }

        foreach (string part in And.Split(text))
        {
            Match match = Equality.Match(part);
            string name = match.Groups["name"].Value;
            if (!match.Success || !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw ArmError.FrontEnd(400, "InvalidFilterInQueryString",
                    $"Invalid $filter '{text}' specified in the query string. The lab understands: {string.Join(", ", names.Select(known => known + " eq '...'"))}, joined by 'and'.").Thrown();
            }

            filter._wanted[name] = match.Groups["value"].Value.Replace("''", "'");
        }

        return filter;
    }

    /// <summary>True where nothing else is wanted.</summary>
    public bool Fits(string name, string? value) => !_wanted.TryGetValue(name, out string? wanted) || string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);

    public bool FitsTags(IReadOnlyDictionary<string, string>? tags) =>
        !_wanted.TryGetValue("tagName", out string? name)
        || (tags?.Where(tag => string.Equals(tag.Key, name, StringComparison.OrdinalIgnoreCase)).Any(tag => Fits("tagValue", tag.Value)) ?? false);
}
