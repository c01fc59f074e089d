namespace PeeringTools.Changes;

/// <summary>Has the last word on every plan of a run, and is told what became of each that went ahead.</summary>
internal interface IChangeGuard
{
    /// <summary>Before the first plan. What it throws ends the run with nothing written.</summary>
    void Begin();

    /// <summary>Asked right before a plan's first write, while the run holds both networks.</summary>
    /// <returns>Why the plan is not to be carried out; null lets it go ahead.</returns>
    /// <exception cref="PeeringException">The plan is not carried out, and this is its error.</exception>
    Task<string?> HoldAsync(ChangePlan plan, CancellationToken cancellationToken);

    /// <summary>After the last write of a plan that went ahead, however it ended.</summary>
    /// <exception cref="PeeringException">Told beside the outcome's own errors.</exception>
    void Finished(ChangeOutcome outcome);

    /// <summary>After the last plan.</summary>
    void End();
}
