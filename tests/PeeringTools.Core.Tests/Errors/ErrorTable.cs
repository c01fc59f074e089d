using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PeeringTools.Core.Tests.Errors;

/// <summary>The page docs/errors.md as the catalogue would write it today.</summary>
internal static partial class ErrorTable
{
    public static string Write()
    {
        StringBuilder page = new();
        page.Append("""
            # Errors

            Every error of PeeringTools has a stable id: it is the first part of `FullyQualifiedErrorId`, so a script can match on it.
            `TargetObject` is the resource the error is about. What stands in `<...>` is filled in.

            This page is written from the texts themselves; a test compares the two.

            | id | kind | what happened | what to do |
            |---|---|---|---|

            """);
        foreach (string id in ErrorCatalogue.Ids)
        {
            page.AppendLine(CultureInfo.InvariantCulture,
                $"| `{id}` | {ErrorCatalogue.KindOf(id)} | {Cell(PeeringTools.Errors.ResourceManager, id)} | {Cell(Actions.ResourceManager, id)} |");
        }

        return page.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Cell(System.Resources.ResourceManager texts, string id) =>
        Placeholder().Replace(texts.GetString(id, CultureInfo.InvariantCulture)!, "<...>")
            .Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
