using PeeringTools.Ports;

namespace PeeringTools.Access;

/// <summary>Answers from Microsoft.Authorization/permissions whether an action is allowed.</summary>
internal static class Permissions
{
    public const string ReadNetworks = "Microsoft.Network/virtualNetworks/read";

    /// <summary>True when an entry's actions match and its own notActions do not: another entry's notActions take nothing away.</summary>
    public static bool Allow(IEnumerable<PermissionEntry> entries, string action) =>
        entries.Any(entry => entry.Actions.Any(p => Matches(p, action)) && !entry.NotActions.Any(p => Matches(p, action)));

    /// <summary>A star stands for any text, slashes included, as in Azure's own role definitions.</summary>
    private static bool Matches(string pattern, string action)
    {
        string[] pieces = pattern.Split('*');
        if (pieces.Length == 1) return string.Equals(pattern, action, StringComparison.OrdinalIgnoreCase);
        string first = pieces[0];
        string last = pieces[^1];
        if (action.Length < first.Length + last.Length
            || !action.StartsWith(first, StringComparison.OrdinalIgnoreCase)
            || !action.EndsWith(last, StringComparison.OrdinalIgnoreCase)) return false;
        int at = first.Length;
        for (int i = 1; i < pieces.Length - 1; i++)
        {
            int found = action.IndexOf(pieces[i], at, action.Length - last.Length - at, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return false;
            at = found + pieces[i].Length;
        }

        return true;
    }
}
