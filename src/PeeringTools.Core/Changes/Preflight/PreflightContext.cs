namespace PeeringTools.Changes;

/// <summary>What the checks look at: the drafted plan, what was read, and what earlier rows of the run will have made.</summary>
internal sealed class PreflightContext(ChangePlan plan, RunEstate estate)
{
    public static readonly Half[] Halves = [Half.Local, Half.Remote];

    public ChangePlan Plan { get; } = plan;

    public PeeringRequest Request => Plan.Request;

    public PairView Facts => Plan.Facts;

    public RunEstate Estate { get; } = estate;

    /// <summary>What does not forbid the change and should be known.</summary>
    public List<string> Warnings { get; } = [];

    public void Warn(string text, params object?[] arguments) =>
        Warnings.Add(Wording.Fill(text, arguments));

    /// <summary>The halves whose network this plan writes to.</summary>
    public IEnumerable<Half> Written => Halves.Where(Plan.Writes);

    public IEnumerable<Half> Created => Halves.Where(Plan.Creates);
}
