namespace PeeringTools.Tests.Support;

/// <summary>
/// Tests that start a lab or connect, one after the other: a runspace where nothing was decided falls back to the
/// connection of the process, and there is one process.
/// </summary>
[CollectionDefinition(nameof(ProcessConnection))]
public sealed class ProcessConnection;
