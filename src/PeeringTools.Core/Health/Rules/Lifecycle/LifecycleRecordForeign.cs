namespace PeeringTools.Health;

internal sealed class LifecycleRecordForeign() : RecordStateRule("Lifecycle.RecordForeign", PeeringRecordState.Foreign);
