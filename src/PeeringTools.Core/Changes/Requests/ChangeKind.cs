namespace PeeringTools.Changes;

/// <summary>What a request wants to happen to a pair. The names are those of the cmdlets' verbs.</summary>
internal enum ChangeKind
{
    New,
    Set,
    Sync,
    Repair,
    Remove,
}
