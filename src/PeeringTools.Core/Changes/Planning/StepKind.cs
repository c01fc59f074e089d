namespace PeeringTools.Changes;

/// <summary>The kinds of write a plan is made of. The names are shown to people.</summary>
internal enum StepKind
{
    CreatePeering,
    UpdatePeering,
    SyncPeering,
    DeletePeering,
    MergeTag,
    DeleteTag,
}
