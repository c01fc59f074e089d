namespace PeeringTools.Changes;

/// <summary>Which halves this call may write.</summary>
internal enum SideScope
{
    Both,

    /// <summary>Only ours; the other half belongs to another operator, who runs the mirrored command.</summary>
    Local,
}
