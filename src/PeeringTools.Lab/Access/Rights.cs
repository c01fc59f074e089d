namespace PeeringTools.Lab.Access;

/// <summary>What a principal may do: any role at or above the scope that allows the action and does not take it back.</summary>
internal static class Rights
{
    public static bool May(LabPrincipal caller, string action, string scope) =>
        caller.Assignments.Any(a => Covers(a.Scope, scope) && Allows(a.Role, action))
        && !caller.Denials.Any(d => Covers(d.Scope, scope) && Allows(d.Role, action));

    /// <summary>Whether it has any role in or above the scope; without one a scope is closed, not empty.</summary>
    public static bool Knows(LabPrincipal caller, string scope) =>
        caller.Assignments.Any(a => Covers(a.Scope, scope) || Covers(scope, a.Scope));

    /// <summary>The roles that count at a scope; what is denied there shows as a role's own exceptions.</summary>
    public static IEnumerable<LabRole> At(LabPrincipal caller, string scope)
    {
        string[] denied = [.. caller.Denials.Where(d => Covers(d.Scope, scope)).SelectMany(d => d.Role.Actions)];
        return caller.Assignments.Where(a => Covers(a.Scope, scope))
            .Select(a => denied.Length == 0 ? a.Role : a.Role with { NotActions = [.. a.Role.NotActions, .. denied] });
    }

    public static bool Covers(string upper, string scope) =>
        upper is "/" or ""
        || (scope.StartsWith(upper, StringComparison.OrdinalIgnoreCase) && (scope.Length == upper.Length || scope[upper.Length] == '/'));

    private static bool Allows(LabRole role, string action) =>
        role.Actions.Any(a => Matches(a, action)) && !role.NotActions.Any(a => Matches(a, action));

    private static bool Matches(string pattern, string action)
    {
        // Greedy matching with one point to go back to is enough: a wildcard takes any run of characters.
        int p = 0;
        int star = -1;
        int mark = 0;
        for (int a = 0; a < action.Length;)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = a;
            }
            else if (p < pattern.Length && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(action[a]))
            {
                p++;
                a++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                a = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern.Skip(p).All(c => c == '*');
    }
}
