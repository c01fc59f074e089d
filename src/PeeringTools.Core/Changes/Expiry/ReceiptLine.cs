using System.Text;
using System.Text.Json;

namespace PeeringTools.Changes;

/// <summary>One line of a receipt file: what was about to happen to a pair, or what did.</summary>
internal sealed record ReceiptLine
{
    public const string Remove = "Remove";
    public const string Park = "Park";

    public const string Started = "Started";
    public const string Done = "Done";
    public const string Failed = "Failed";
    public const string Interrupted = "Interrupted";
    public const string Skipped = "Skipped";

    /// <summary>Written by a later run for one that was killed: nothing of the pair was left.</summary>
    public const string FoundDone = "FoundDone";

    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public required string Event { get; init; }

    public required string Action { get; init; }

    public required string PairId { get; init; }

    public required string LocalVirtualNetworkId { get; init; }

    public required string RemoteVirtualNetworkId { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>One run's lines have one id.</summary>
    public required string RunId { get; init; }

    /// <summary>Azure or Lab: a rehearsal's lines prove nothing of the real estate.</summary>
    public required string Estate { get; init; }

    public string? Account { get; init; }

    /// <summary>Before: the peerings that will be deleted or parked. After: those that were deleted.</summary>
    public IReadOnlyList<string> Peerings { get; init; } = [];

    /// <summary>The record's tag as it was, so that a person can write it back.</summary>
    public string? RecordTag { get; init; }

    public string? ChangeReference { get; init; }

    public string? Reason { get; init; }

    /// <summary>False where nothing more is known of a pair than that it was begun.</summary>
    public bool IsEnd => Event is not (Started or Interrupted or Failed);

    /// <summary>The two networks; null where a line does not name them.</summary>
    public (ResourceId Local, ResourceId Remote)? Networks =>
        ResourceId.TryParse(LocalVirtualNetworkId, out ResourceId? local, out _) && ResourceId.TryParse(RemoteVirtualNetworkId, out ResourceId? remote, out _)
            ? (local, remote)
            : null;

    public byte[] ToJson()
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteString("time", Time.UtcDateTime.ToString(InstantFormat, System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("event", Event);
            json.WriteString("action", Action);
            json.WriteString("pairId", PairId);
            json.WriteString("localVirtualNetworkId", LocalVirtualNetworkId);
            json.WriteString("remoteVirtualNetworkId", RemoteVirtualNetworkId);
            json.WriteStartArray("peerings");
            foreach (string peering in Peerings) json.WriteStringValue(peering);
            json.WriteEndArray();
            foreach ((string name, string? value) in new[] { ("recordTag", RecordTag), ("changeReference", ChangeReference), ("reason", Reason), ("account", Account) })
                if (value is not null) json.WriteString(name, value);
            json.WriteString("estate", Estate);
            json.WriteString("runId", RunId);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a line; null where it is none of ours, as the last one of a run that was killed while it wrote.</summary>
    public static ReceiptLine? TryParse(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(Encoding.UTF8.GetBytes(line));
            string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
            return new ReceiptLine
            {
                Event = Text("event"),
                Action = Text("action"),
                PairId = Text("pairId"),
                LocalVirtualNetworkId = Text("localVirtualNetworkId"),
                RemoteVirtualNetworkId = Text("remoteVirtualNetworkId"),
                Time = json.RootElement.GetProperty("time").GetDateTimeOffset(),
                RunId = Text("runId"),
                Estate = Text("estate"),
            };
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
