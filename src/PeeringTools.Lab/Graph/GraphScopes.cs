using PeeringTools.Lab.Access;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Graph;

/// <summary>Which subscriptions a query looks into: of those it names, or of the groups it names, what the caller knows of.</summary>
internal static class GraphScopes
{
    public static IReadOnlyList<Subscription> Of(GraphRequest query, ArmRequest request, Estate estate)
    {
        Subscription[] known = [.. estate.Subscriptions.Values.Where(s => request.SpeaksFor(s.TenantId) && Rights.Knows(request.Caller, "/subscriptions/" + s.Id))];
        if (query.ManagementGroups is { Length: > 0 } groups)
        {
            return [.. groups.SelectMany(g => OfGroup(g, known, estate)).Distinct()];
        }

        if (query.Subscriptions is not { Length: > 0 } named)
        {
            return known;
        }

        // What the caller may not see is left out without a word, unless nothing is left at all.
        Subscription[] eligible = [.. known.Where(s => named.Contains(s.Id, StringComparer.OrdinalIgnoreCase))];
        return eligible.Length > 0 ? eligible : throw GraphErrors.NoSubscriptions(named);
    }

    private static Subscription[] OfGroup(string group, Subscription[] known, Estate estate)
    {
        HashSet<string> members = estate.Groups.MembersOf(group, estate) ?? throw GraphErrors.GroupDenied(group);
        Subscription[] seen = [.. known.Where(s => members.Contains(s.Id))];
        return seen.Length > 0 || members.Count == 0 ? seen : throw GraphErrors.GroupDenied(group);
    }
}
