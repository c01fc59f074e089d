using System.Text.RegularExpressions;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>Names of networking resources: up to 80, first a word character, last a word character or '_'; and those of groups.</summary>
internal static class ResourceNames
{
    private static readonly Regex Allowed = new("^[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$", RegexOptions.CultureInvariant);

    public static void Check(string name)
    {
        if (!Allowed.IsMatch(name))
        {
            throw FrontEndErrors.InvalidResourceName(name);
        }
    }

    /// <summary>Letters, digits, '-', '.', '(', ')' and '_', up to 90, and no period at the end.</summary>
    public static void CheckGroup(string name)
    {
        string? problem = name.Length > 90 ? "it has more than 90 characters"
            : name[name.Length - 1] == '.' ? "it ends with a period"
            : name.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '(' or ')' or '_') ? null
            : "it has characters other than letters, digits, '-', '.', '(', ')' and '_'";
        if (problem is not null)
        {
            throw ArmError.FrontEnd(400, "InvalidResourceGroup", $"The provided resource group name '{name}' is invalid: {problem}.").Thrown();
        }
    }
}
