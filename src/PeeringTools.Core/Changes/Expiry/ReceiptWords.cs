using PeeringTools.Access;

namespace PeeringTools.Changes;

/// <summary>Makes the receipt lines of one run.</summary>
internal sealed class ReceiptWords(NetworkAccess access)
{
    private readonly string _runId = Guid.NewGuid().ToString("D");

    public static string EstateOf(NetworkAccess access) => access.IsLab ? Inventory.InventorySchema.Lab : Inventory.InventorySchema.Azure;

    public ReceiptLine Started(ChangePlan plan) => this.Line(plan, ReceiptLine.Started) with
    {
        Peerings = [.. plan.Steps.Where(step => !step.IsTag).Select(step => step.TargetId.Text)],
        RecordTag = plan.Facts.Record().Copies.Select(copy => $"{copy.TagName}={copy.TagValue}").FirstOrDefault(),
    };

    public ReceiptLine Skipped(ChangePlan plan, string reason) => this.Line(plan, ReceiptLine.Skipped) with { Reason = reason };

    public ReceiptLine Ended(ChangeOutcome outcome)
    {
        string what = outcome.Interrupted ? ReceiptLine.Interrupted : outcome.Errors.Count > 0 ? ReceiptLine.Failed : ReceiptLine.Done;
        return this.Line(outcome.Plan, what) with
        {
            Peerings = outcome.Removal?.RemovedIds ?? [],
            Reason = outcome.Errors.Count > 0 ? string.Join(" ", outcome.Errors.Select(error => $"{error.Id}: {error.Message}")) : null,
        };
    }

    /// <summary>The end of what a killed run had begun and, as it turns out, had finished.</summary>
    public ReceiptLine FoundDone(ReceiptLine begun) => begun with
    {
        Event = ReceiptLine.FoundDone,
        Time = access.Clock.GetUtcNow(),
        RunId = _runId,
        Account = access.Connections[0].Account,
    };

    private ReceiptLine Line(ChangePlan plan, string what) => new()
    {
        Event = what,
        Action = plan.Request.Kind == ChangeKind.Remove ? ReceiptLine.Remove : ReceiptLine.Park,
        PairId = plan.Request.PairId,
        LocalVirtualNetworkId = plan.Facts.Local.Id.Text,
        RemoteVirtualNetworkId = plan.Facts.Remote.Id.Text,
        Time = access.Clock.GetUtcNow(),
        RunId = _runId,
        Estate = EstateOf(access),
        Account = access.Connections[0].Account,
        ChangeReference = plan.Request.ChangeReference,
    };
}
