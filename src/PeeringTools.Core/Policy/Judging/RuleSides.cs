namespace PeeringTools.Policy;

/// <summary>The two sides of a pair in the order of a rule's two roles.</summary>
internal sealed record RuleSides(PolicySide First, PeeringDirection FirstDirection, PolicySide Second, PeeringDirection SecondDirection)
{
    public IEnumerable<(string Role, PolicySide Side, PeeringDirection Direction)> With(PolicyRule rule) =>
        [(rule.FirstRole, First, FirstDirection), (rule.SecondRole, Second, SecondDirection)];
}
