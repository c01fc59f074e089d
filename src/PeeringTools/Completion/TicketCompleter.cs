namespace PeeringTools.Completion;

/// <summary>Completes the tickets that records of pairs name.</summary>
internal sealed class TicketCompleter : NetworkTextCompleter
{
    private protected override IEnumerable<string> TextsOf(VirtualNetwork network) => RecordsInSight.Of(network).Select(record => record.Ticket ?? "");
}
