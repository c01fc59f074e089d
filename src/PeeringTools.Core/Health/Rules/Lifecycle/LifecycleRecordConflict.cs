namespace PeeringTools.Health;

internal sealed class LifecycleRecordConflict() : RecordStateRule("Lifecycle.RecordConflict", PeeringRecordState.Conflict);
