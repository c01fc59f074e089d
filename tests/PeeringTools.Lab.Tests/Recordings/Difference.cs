namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>One member in which the Lab's answer is not Azure's.</summary>
internal sealed record Difference(int Entry, string Request, string Member, string Expected, string Actual)
{
    public override string ToString() => $"    {Member}: Azure {Expected}, Lab {Actual}";
}
