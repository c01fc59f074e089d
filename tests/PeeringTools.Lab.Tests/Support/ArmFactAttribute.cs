using Xunit.v3;

namespace PeeringTools.Lab.Tests.Support;

/// <summary>Names the row of the facts about Azure that a test holds the lab to.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ArmFactAttribute(params string[] rows) : Attribute, ITraitAttribute
{
    public string[] Rows { get; } = rows;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. Rows.Select(row => KeyValuePair.Create("ArmFact", row))];
}
