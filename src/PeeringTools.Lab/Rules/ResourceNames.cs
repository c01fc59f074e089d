using System.Text.RegularExpressions;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>Names of networking resources: up to 80, first a word character, last a word character or '_'.</summary>
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
}
