namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>What replaying one recording found.</summary>
/// <param name="Sent">How many recorded requests went to the Lab.</param>
/// <param name="Members">How many members of the answers were compared.</param>
/// <param name="Differences">In which of them the Lab's answer is not Azure's, deliberate or not.</param>
/// <param name="Outside">What was not sent, a line per kind.</param>
/// <param name="LeftOut">The reasons why members were not compared.</param>
internal sealed record ReplayReport(
    int Sent, int Members, IReadOnlyList<Difference> Differences, IReadOnlyList<string> Outside, IReadOnlyCollection<string> LeftOut);
