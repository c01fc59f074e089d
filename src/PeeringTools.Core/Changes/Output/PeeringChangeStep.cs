namespace PeeringTools;

/// <summary>One write of a plan.</summary>
public sealed class PeeringChangeStep
{
    /// <summary>Place in the order, from 1.</summary>
    public int Number { get; set; }

    /// <summary>CreatePeering, UpdatePeering, SyncPeering, DeletePeering, MergeTag or DeleteTag.</summary>
    public string Action { get; set; } = "";

    /// <summary>Name of the virtual network the write goes to.</summary>
    public string Side { get; set; } = "";

    /// <summary>Resource id of the peering, or of the virtual network that carries the tag.</summary>
    public string TargetId { get; set; } = "";

    /// <summary>A line per member that changes: <c>member: before -&gt; after</c>.</summary>
    public string[] Changes { get; set; } = [];

    /// <summary>The side as the write asks for it: its name, its networks and its flags; null for a deletion and for tags.</summary>
    public PeeringSide? After { get; set; }

    /// <summary>What takes the step back, in words.</summary>
    public string Undo { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => Wording.Fill(PlanTexts.Step, Number, Action, TargetId.Substring(TargetId.LastIndexOf('/') + 1), Side);
}
