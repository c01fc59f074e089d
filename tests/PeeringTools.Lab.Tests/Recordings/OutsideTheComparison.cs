namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// What the recordings hold and the Lab is not asked: every kind, how often, and why. A kind or a count that is not
/// here fails the test, so nothing is left out unseen.
/// </summary>
internal static class OutsideTheComparison
{
    private const string Compute = "Machines and disks: surroundings of the recorded session, not of peerings.";
    private const string Storage = "Storage accounts: surroundings of the recorded session, not of peerings.";
    private const string Interfaces = "Interfaces and what Azure computes for them: their request bodies were not recorded, RecordedTrafficTests rebuilds the questions.";
    private const string Watcher = "Network Watcher's questions were not recorded, only its answers: RecordedTrafficTests rebuilds the questions.";

    public static readonly (string Recording, string Kind, int Count, string Reason)[] Rows =
    [
        (Recording.JavaLocks, "Microsoft.Compute/disks", 2, Compute),
        (Recording.JavaLocks, "Microsoft.Compute/locations/DiskOperations", 1, Compute),
        (Recording.JavaLocks, "Microsoft.Compute/locations/operations", 5, Compute),
        (Recording.JavaLocks, "Microsoft.Compute/virtualMachines", 2, Compute),
        (Recording.JavaLocks, "Microsoft.Network/networkInterfaces", 2, Interfaces),
        (Recording.JavaLocks, "Microsoft.Storage/locations/asyncoperations", 2, Storage),
        (Recording.JavaLocks, "Microsoft.Storage/storageAccounts", 2, Storage),

        (Recording.JavaWatcher, "Microsoft.Compute/locations/operations", 16, Compute),
        (Recording.JavaWatcher, "Microsoft.Compute/virtualMachines", 6, Compute),
        (Recording.JavaWatcher, "Microsoft.Compute/virtualMachines/extensions", 4, Compute),
        (Recording.JavaWatcher, "Microsoft.Network/networkInterfaces", 4, Interfaces),
        (Recording.JavaWatcher, "Microsoft.Network/networkWatchers", 1, Watcher),
        (Recording.JavaWatcher, "Microsoft.Network/networkWatchers/connectivityCheck", 4, Watcher),
        (Recording.JavaWatcher, "Microsoft.Network/locations/operationResults", 36, Watcher),

        (Recording.Xplat, "Microsoft.Network/networkInterfaces", 2, Interfaces),
        (Recording.Xplat, "Microsoft.Network/networkInterfaces/effectiveNetworkSecurityGroups", 2, Interfaces),
        (Recording.Xplat, "Microsoft.Network/networkInterfaces/effectiveRouteTable", 2, Interfaces),
        (Recording.Xplat, "Microsoft.Network/networkWatchers", 2, Watcher),
        (Recording.Xplat, "Microsoft.Network/networkWatchers/connectivityCheck", 1, Watcher),
        (Recording.Xplat, "Microsoft.Network/networkWatchers/nextHop", 1, Watcher),
        (Recording.Xplat, "Microsoft.Network/locations/operationResults", 1, Watcher),
    ];

    public static IEnumerable<string> Of(string recording) =>
        Rows.Where(row => row.Recording == recording).Select(row => Line(row.Kind, row.Count));

    public static string Line(string kind, int count) => $"{count} × {kind}";
}
