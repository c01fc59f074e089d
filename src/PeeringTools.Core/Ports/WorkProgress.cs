namespace PeeringTools.Ports;

/// <summary>How far a run is. <see cref="Total"/> and <see cref="TimeLeft"/> are null while unknown.</summary>
internal sealed record WorkProgress(string Activity, string Status, int Done, int? Total, TimeSpan? TimeLeft);
