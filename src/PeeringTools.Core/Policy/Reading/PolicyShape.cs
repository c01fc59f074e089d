namespace PeeringTools.Policy;

/// <summary>Takes nodes apart and writes down everything that is not as it should be, instead of stopping at the first.</summary>
internal sealed class PolicyShape
{
    private readonly List<PolicyMistake> _mistakes = [];

    public IReadOnlyList<PolicyMistake> Mistakes => [.. _mistakes.OrderBy(mistake => mistake.Line)];

    public void Wrong(PolicyNode node, string text, params object?[] arguments) =>
        _mistakes.Add(new PolicyMistake(node.Path, node.Line, Wording.Fill(text, arguments)));

    /// <summary>The node as an object that has no members but these; null, with a mistake, where it is none.</summary>
    public PolicyObject? Object(PolicyNode node, params string[] members)
    {
        if (node is not PolicyObject given)
        {
            this.Wrong(node, PolicyTexts.ObjectExpected);
            return null;
        }

        foreach (PolicyMember member in given.Members.Where(member => !members.Contains(member.Name)))
            this.Wrong(member.Value, PolicyTexts.MemberUnknown, SafeText.ForMessage(member.Name, 80), string.Join(", ", members));
        return given;
    }

    public string? Text(PolicyNode? node)
    {
        if (node is null) return null;
        if (node is PolicyScalar { Value: string { Length: > 0 } text }) return text;
        this.Wrong(node, PolicyTexts.TextExpected);
        return null;
    }

    public bool? Flag(PolicyNode? node)
    {
        if (node is null) return null;
        if (node is PolicyScalar { Value: bool flag }) return flag;
        this.Wrong(node, PolicyTexts.FlagExpected);
        return null;
    }

    public int? Port(PolicyNode? node)
    {
        if (node is null) return null;
        if (node is PolicyScalar { Value: double number } && number == Math.Floor(number) && number is >= 1 and <= 65_535) return (int)number;
        this.Wrong(node, PolicyTexts.PortExpected);
        return null;
    }

    /// <summary>One of some words; null, with a mistake, for any other.</summary>
    public string? Choice(PolicyNode? node, params string[] choices)
    {
        if (this.Text(node) is not string text) return null;
        if (choices.Contains(text, StringComparer.OrdinalIgnoreCase)) return text;
        this.Wrong(node!, PolicyTexts.ChoiceExpected, SafeText.ForMessage(text, 80), string.Join(", ", choices));
        return null;
    }

    /// <summary>One text, or a list of them.</summary>
    public IReadOnlyList<string> Texts(PolicyNode? node) => node is PolicyList list
        ? [.. list.Items.Select(this.Text).OfType<string>()]
        : this.Text(node) is string text ? [text] : [];

    /// <summary>One thing, or a list of them.</summary>
    public static IReadOnlyList<PolicyNode> OneOrMore(PolicyNode? node) => node switch
    {
        null => [],
        PolicyList list => list.Items,
        _ => [node],
    };
}
