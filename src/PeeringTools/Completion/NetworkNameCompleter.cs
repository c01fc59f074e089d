namespace PeeringTools.Completion;

/// <summary>Completes names of virtual networks.</summary>
internal sealed class NetworkNameCompleter : NetworkTextCompleter
{
    private protected override IEnumerable<string> TextsOf(VirtualNetwork network) => [network.Id.Name];
}
