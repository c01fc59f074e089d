namespace PeeringTools.Completion;

/// <summary>Completes the owners that records of pairs name.</summary>
internal sealed class OwnerCompleter : NetworkTextCompleter
{
    private protected override IEnumerable<string> TextsOf(VirtualNetwork network) => RecordsInSight.Of(network).Select(record => record.Owner ?? "");
}
