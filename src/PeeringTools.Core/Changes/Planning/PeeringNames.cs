namespace PeeringTools.Changes;

/// <summary>Names of the sides a call creates. An existing side is never renamed, and never found by its name.</summary>
internal static class PeeringNames
{
    /// <summary>Azure's limit (InvalidResourceName).</summary>
    internal const int MaximumLength = 80;

    private const int HashDigits = 8;

    /// <summary>The given name, the one it had before, or <c>peer-&lt;remote network&gt;</c>; where that is taken, with a hash of the remote id behind it.</summary>
    public static ResourceId Choose(PeeringRequest request, PairView facts, RunEstate estate, Half half, string? former = null)
    {
        ResourceId network = facts[half].Network?.Id ?? request.NetworkOf(half);
        if ((request.NameOf(half) ?? former) is string given) return network.Peering(given);
        ResourceId remote = request.NetworkOf(half.Other());
        ResourceId plain = network.Peering(Cut("peer-" + remote.Name, MaximumLength));
        if (!IsTaken(facts[half], estate, plain)) return plain;
        string hash = PairId.HashOf(remote.Text.ToLowerInvariant(), HashDigits);
        return network.Peering(Cut("peer-" + remote.Name, MaximumLength - HashDigits - 1) + "-" + hash);
    }

    public static bool IsTaken(NetworkView facts, RunEstate estate, ResourceId name) =>
        estate.IsNameTaken(name)
        || (facts.Network?.Peerings.Any(side => string.Equals(side.Name, name.Name, StringComparison.OrdinalIgnoreCase)) ?? false);

    /// <summary>The stem gives way, the hash never does: two long names would become one.</summary>
    private static string Cut(string stem, int length) => stem.Length <= length ? stem : stem.Substring(0, length);
}
