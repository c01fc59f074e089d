namespace PeeringTools.Bench.Children;

/// <summary>What a child measured.</summary>
/// <param name="Started">When the measured part began.</param>
/// <param name="WallMs">Time of the measured part.</param>
/// <param name="CpuMs">Processor time of the measured part, of all threads.</param>
/// <param name="PeakBytes">The most memory the process had, from its start to its end.</param>
/// <param name="Output">What the measured part gave, as text.</param>
internal sealed record ChildResult(DateTimeOffset Started, double WallMs, double CpuMs, long PeakBytes, string[] Output);
