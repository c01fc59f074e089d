using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>One recorded session, in the order in which Azure answered.</summary>
internal sealed class Recording
{
    public const string NetPair = "net-ManageNetworkPeeringInSameSubscription";
    public const string Net2023 = "net-2023-VirtualNetworkPeeringTest";
    public const string JavaPair = "java-testNetworkPeerings";
    public const string JavaWatcher = "java-testVerifyNetworkPeeringWithNetworkWatcher";
    public const string JavaTags = "java-testNetworkUpdateTags";
    public const string JavaLocks = "java-testManagementLocks";
    public const string Xplat = "xplat-nic-and-watcher";

    public static readonly string[] All = [NetPair, Net2023, JavaPair, JavaWatcher, JavaTags, JavaLocks, Xplat];

    private Recording(string name, IEnumerable<RecordedCall> calls) => (Name, Calls) = (name, Chronological([.. calls]));

    public string Name { get; }

    public IReadOnlyList<RecordedCall> Calls { get; }

    public static Recording Load(string folder, string name)
    {
        JsonNode file = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")))!;
        return new Recording(name, file switch
        {
            JsonArray => XplatSession.Read(file),
            _ when file["Entries"] is not null => NetSession.Read(file),
            _ => JavaSession.Read(file),
        });
    }

    /// <summary>
    /// By Date, which counts whole seconds. One file is grouped by URI, so within a second its own order says little:
    /// a client polls first and reads afterwards, hence a poll of an operation accepted earlier goes first.
    /// </summary>
    private static List<RecordedCall> Chronological(List<RecordedCall> calls)
    {
        Dictionary<string, DateTimeOffset?> accepted = calls
            .Where(call => call.Method != "GET")
            .SelectMany(call => RecordedOperation.StartedBy(call.Answer), (call, operation) => (operation, call.Date))
            .DistinctBy(start => start.operation)
            .ToDictionary(start => start.operation, start => start.Date);

        return [.. calls.OrderBy(call => call.Date).ThenBy(AfterThePolls).ThenBy(call => call.Entry)];

        bool AfterThePolls(RecordedCall call) =>
            !(accepted.TryGetValue(call.Path, out DateTimeOffset? start) && start < call.Date);
    }
}
