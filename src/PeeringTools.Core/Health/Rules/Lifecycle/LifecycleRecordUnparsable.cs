namespace PeeringTools.Health;

internal sealed class LifecycleRecordUnparsable() : RecordStateRule("Lifecycle.RecordUnparsable", PeeringRecordState.Unparsable);
