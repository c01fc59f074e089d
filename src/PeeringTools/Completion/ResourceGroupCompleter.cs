namespace PeeringTools.Completion;

/// <summary>Completes the resource groups that have virtual networks.</summary>
internal sealed class ResourceGroupCompleter : NetworkTextCompleter
{
    private protected override IEnumerable<string> TextsOf(VirtualNetwork network) => [network.Id.ResourceGroupName ?? ""];
}
