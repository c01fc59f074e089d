namespace PeeringTools.Policy;

/// <summary>A value of a policy file that knows where it stands, so that a mistake can be pointed at.</summary>
/// <param name="Path">From the root, as <c>$.rules[2].between[0]</c>.</param>
/// <param name="Line">1 for the first line.</param>
internal abstract record PolicyNode(string Path, int Line);

/// <summary>A text, number, true, false or null; the last as a value of null.</summary>
internal sealed record PolicyScalar(string Path, int Line, object? Value) : PolicyNode(Path, Line);

internal sealed record PolicyList(string Path, int Line, IReadOnlyList<PolicyNode> Items) : PolicyNode(Path, Line);

internal sealed record PolicyObject(string Path, int Line, IReadOnlyList<PolicyMember> Members) : PolicyNode(Path, Line)
{
    public PolicyNode? this[string name] => Members.FirstOrDefault(member => member.Name == name)?.Value;
}

internal sealed record PolicyMember(string Name, PolicyNode Value);
