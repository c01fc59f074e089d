using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>What an identity may do at a network and which locks count there. Null means: could not be read.</summary>
internal sealed record NetworkRights(IReadOnlyList<PermissionEntry>? Permissions, IReadOnlyList<ManagementLock>? Locks)
{
    public static readonly NetworkRights NotRead = new(null, null);

    /// <summary>True, false, or null where the permissions could not be read.</summary>
    /// <remarks>Allowed where one entry's actions match and that same entry's notActions do not (Azure RBAC).</remarks>
    public bool? Allows(string action) =>
        Permissions?.Any(entry => entry.Actions.Any(a => Matches(a, action)) && !entry.NotActions.Any(a => Matches(a, action)));

    /// <summary>Compares with a pattern in which a star stands for any text, slashes included, in any casing.</summary>
    internal static bool Matches(string pattern, string action)
    {
        string[] parts = pattern.Split('*');
        if (parts.Length == 1) return string.Equals(pattern, action, StringComparison.OrdinalIgnoreCase);
        if (!action.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)) return false;
        int position = parts[0].Length;
        foreach (string part in parts.Skip(1).Take(parts.Length - 2))
        {
            int found = action.IndexOf(part, position, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return false;
            position = found + part.Length;
        }

        string last = parts[parts.Length - 1];
        return action.Length - position >= last.Length && action.EndsWith(last, StringComparison.OrdinalIgnoreCase);
    }
}
