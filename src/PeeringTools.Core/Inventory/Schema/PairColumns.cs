using System.Globalization;
using PeeringTools.Pairs;

namespace PeeringTools.Inventory;

/// <summary>The columns that speak of the row and of the pair as a whole.</summary>
internal static class PairColumns
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static IReadOnlyList<InventoryColumn> All { get; } =
    [
        new InventoryColumn
        {
            Name = InventorySchema.VersionColumn,
            TextKey = InventorySchema.VersionColumn,
            Kind = CellKind.Number,
            IsIdentity = true,
            Get = _ => InventorySchema.Version,
            Set = (_, value) => RequireVersion((int)value!),
        },
        Text(InventorySchema.EstateColumn, pair => EstateOf(pair), SetEstate) with { Choices = [InventorySchema.Azure, InventorySchema.Lab], IsIdentity = true },
        Text("PairId", pair => PairId.Of(pair.Local.VirtualNetworkId, pair.Remote.VirtualNetworkId), (pair, text) => pair.PairId = text!) with { IsIdentity = true },
        Choice("Status", pair => pair.Status, (pair, value) => pair.Status = value),
        Choice("MissingSide", pair => pair.MissingSide, (pair, value) => pair.MissingSide = value),
        Text("SyncLevel", pair => pair.SyncLevel, (pair, text) => pair.SyncLevel = text) with { IsOptional = true },
        Flag("IsGlobal", pair => pair.IsGlobal, (pair, flag) => pair.IsGlobal = flag) with { IsOptional = true },
        Flag("IsCrossSubscription", pair => pair.IsCrossSubscription, (pair, flag) => pair.IsCrossSubscription = flag!.Value),
        Flag("IsCrossTenant", pair => pair.IsCrossTenant, (pair, flag) => pair.IsCrossTenant = flag) with { IsOptional = true },
        Text("ManagedBy", pair => pair.ManagedBy, (pair, text) => pair.ManagedBy = text) with { IsOptional = true },
        Choice("RecordState", pair => pair.RecordState, (pair, value) => pair.RecordState = value),
        Text("ExpiresOn", pair => Say(pair.ExpiresOn), (pair, text) => pair.ExpiresOn = Instant(text)) with { IsOptional = true },
        Text("Owner", pair => pair.Owner, (pair, text) => pair.Owner = text) with { IsOptional = true },
        Text("Ticket", pair => pair.Ticket, (pair, text) => pair.Ticket = text) with { IsOptional = true },
    ];

    public static string EstateOf(PeeringPair pair) =>
        pair.Source?.StartsWith(PairBuilder.LabPrefix, StringComparison.Ordinal) == true ? InventorySchema.Lab : InventorySchema.Azure;

    private static void SetEstate(PeeringPair pair, string? text) =>
        pair.Source = text == InventorySchema.Lab ? PairBuilder.LabPrefix + PairBuilder.Inventory : PairBuilder.Inventory;

    private static void RequireVersion(int version)
    {
        if (version != InventorySchema.Version) throw new CellException(Wording.Fill(InventoryTexts.OtherVersion, version, InventorySchema.Version));
    }

    private static InventoryColumn Text(string name, Func<PeeringPair, string?> get, Action<PeeringPair, string?> set) => new()
    {
        Name = name,
        TextKey = name,
        Kind = CellKind.Text,
        Get = get,
        Set = (pair, value) => set(pair, (string?)value),
    };

    private static InventoryColumn Flag(string name, Func<PeeringPair, bool?> get, Action<PeeringPair, bool?> set) => new()
    {
        Name = name,
        TextKey = name,
        Kind = CellKind.Flag,
        Get = pair => get(pair),
        Set = (pair, value) => set(pair, (bool?)value),
    };

    private static InventoryColumn Choice<T>(string name, Func<PeeringPair, T> get, Action<PeeringPair, T> set)
        where T : struct, Enum =>
        Text(name, pair => get(pair).ToString(), (pair, text) => set(pair, Parse<T>(text))) with { Choices = typeof(T).GetEnumNames() };

    /// <summary>Only names that are among the choices get here.</summary>
    private static T Parse<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse(text, out T value) ? value : throw new CellException(InventoryTexts.ValueMissing);

    private static string? Say(DateTime? instant) => instant?.ToUniversalTime().ToString(InstantFormat, CultureInfo.InvariantCulture);

    private static DateTime? Instant(string? text)
    {
        if (text is null) return null;
        return DateTimeOffset.TryParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read)
            ? read.UtcDateTime
            : throw new CellException(Wording.Fill(InventoryTexts.NoInstant, text));
    }
}
