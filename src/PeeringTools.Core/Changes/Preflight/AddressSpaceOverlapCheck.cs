namespace PeeringTools.Changes;

/// <summary>Azure compares whole networks, for subnet peerings too (VnetAddressSpacesOverlap).</summary>
internal sealed class AddressSpaceOverlapCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        if (!context.Created.Any()) yield break;
        if (context.Facts.Local.Network is not VirtualNetwork local || context.Facts.Remote.Network is not VirtualNetwork remote) yield break;
        PrefixSet space = new(local.AddressPrefixes);
        string[] found = [.. remote.AddressPrefixes.SelectMany(prefix => space.Overlapping(prefix).Select(own => $"{own} - {prefix}"))];
        if (found.Length > 0)
        {
            yield return PeeringError.Of(
                nameof(Errors.AddressSpaceOverlap), local.Id.Text, local.Id.Name, remote.Id.Name, string.Join(", ", found));
        }
    }
}
