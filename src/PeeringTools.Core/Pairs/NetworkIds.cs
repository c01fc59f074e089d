using System.Diagnostics.CodeAnalysis;

namespace PeeringTools.Pairs;

/// <summary>The ids of a scan, each read once: a hub's comes with every one of its spokes.</summary>
internal sealed class NetworkIds
{
    private readonly Dictionary<string, ResourceId> _ids = new(StringComparer.Ordinal);

    public void Add(ResourceId networkId) => _ids[networkId.Text] = networkId;

    /// <summary>Reads the id of a network as a side names it.</summary>
    /// <param name="text">What the side says.</param>
    /// <param name="networkId">The network; where the text names a peering, the one it lies under.</param>
    /// <param name="problem">Which part is wrong, in words, when it is no id.</param>
    public bool TryRead(string text, [NotNullWhen(true)] out ResourceId? networkId, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (_ids.TryGetValue(text, out networkId)) return true;
        if (!ResourceId.TryParse(text, out ResourceId? id, out problem)) return false;
        _ids.Add(text, networkId = id.VirtualNetwork);
        return true;
    }
}
