using CsCheck;
using PeeringTools.Pairs;

namespace PeeringTools.Inventory;

/// <summary>Pairs as the tests of inventories need them: one that is plain, and any number that mean harm.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Read = new(2026, 10, 5, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Texts that spreadsheets run, parsers split and terminals obey.</summary>
    public static readonly string[] Hostile =
    [
        "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200B=1", "\uFF1D1", "'=1", "'", "''", "\"", "a\"b", "\"=1\"",
        "a,b", "a;=b", ";", "%", "%3B", "%zz", "line\nbreak", "line\r\nbreak", "nul\0nul", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u202Egnp.exe",
        "\u05E9\u200F", "é", " blanks ", "</td><script>alert(1)</script>", "&amp;", "\uFEFFbom", "\u2028", "\u0085", "TRUE", "1e5", "{0}",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.Int[0, Hostile.Length - 1].Select(i => Hostile[i]), Gen.String[Gen.Char, 0, 8], Gen.String[Gen.Char["=+-@',;\"% a\r\n\t"], 0, 8]);

    private static readonly Gen<string?> AnyOptionalText = AnyText.Null();

    private static readonly Gen<string[]> AnyList = AnyText.Array[0, 3];

    /// <summary>Sides of a network of that number, with everything else as it comes.</summary>
    public static Gen<PeeringSide> AnySide(string networkId) =>
        from exists in Gen.Bool
        from texts in AnyOptionalText.Array[8]
        from lists in AnyList.Array[6]
        from flags in Gen.Bool.Array[7]
        select new PeeringSide
        {
            VirtualNetworkId = networkId,
            VirtualNetworkName = texts[0] ?? "",
            ResourceGroupName = texts[1] ?? "",
            SubscriptionId = "00000000-0000-4000-8000-000000000001",
            TenantId = texts[2],
            Location = texts[3],
            VirtualNetworkResourceGuid = texts[4],
            VirtualNetworkAddressSpace = lists[0],
            Exists = exists,
            Name = exists ? "n" + texts[5] : null,
            PeeringState = texts[6],
            PeeringSyncLevel = texts[7],
            AllowVirtualNetworkAccess = flags[0],
            AllowForwardedTraffic = flags[1],
            AllowGatewayTransit = flags[2],
            UseRemoteGateways = flags[3],
            DoNotVerifyRemoteGateways = flags[4],
            PeerCompleteVnets = flags[5],
            EnableOnlyIPv6Peering = flags[6],
            LocalSubnetNames = lists[1],
            RemoteSubnetNames = lists[2],
            RemoteAddressSpace = lists[3],
            RemoteVirtualNetworkAddressSpace = lists[4],
            RemoteGateways = lists[5],
            ResourceGuid = texts[0],
        };

    /// <summary>Pairs of the network with that number and its neighbour, with everything else as it comes.</summary>
    public static Gen<PeeringPair> AnyPair(int number) =>
        from local in AnySide(NetworkId($"n{number}"))
        from remote in AnySide(NetworkId($"n{number}-b"))
        from texts in AnyOptionalText.Array[3]
        from status in Gen.Enum<PeeringPairStatus>()
        from missing in Gen.Enum<PeeringDirection>()
        from record in Gen.Enum<PeeringRecordState>()
        from seconds in Gen.Int[0, 1_000_000].Nullable()
        from flags in Gen.Bool.Nullable().Array[3]
        select new PeeringPair
        {
            PairId = PairId.Of(local.VirtualNetworkId, remote.VirtualNetworkId),
            Local = local,
            Remote = remote,
            Status = status,
            MissingSide = missing,
            IsGlobal = flags[0],
            IsCrossSubscription = flags[1] ?? false,
            IsCrossTenant = flags[2],
            ManagedBy = texts[0],
            Owner = texts[1],
            Ticket = texts[2],
            RecordState = record,
            ExpiresOn = seconds is int s ? Read.AddSeconds(s).UtcDateTime : null,
            Source = PairBuilder.ResourceManager,
            AsOf = Read.UtcDateTime,
        };

    /// <summary>An estate of up to this many pairs.</summary>
    public static Gen<PeeringPair[]> AnyEstate(int pairs) =>
        Gen.Int[0, pairs].SelectMany(count => count == 0 ? Gen.Const(Array.Empty<PeeringPair>()) : Sequence(count));

    public static string NetworkId(string name, string group = "rg") =>
        $"/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/{group}/providers/Microsoft.Network/virtualNetworks/{name}";

    /// <summary>A healthy pair with a record.</summary>
    public static PeeringPair Pair(string one = "a", string other = "b", string? ticket = "CHG-1", DateTimeOffset? expires = null) => new()
    {
        PairId = PairId.Of(NetworkId(one), NetworkId(other)),
        Status = PeeringPairStatus.Connected,
        SyncLevel = "FullyInSync",
        Local = Side(one, other, "10.2.0.0/16", "10.10.0.0/16"),
        Remote = Side(other, one, "10.10.0.0/16", "10.2.0.0/16"),
        IsGlobal = false,
        IsCrossTenant = false,
        RecordState = ticket is null ? PeeringRecordState.None : PeeringRecordState.Ok,
        Ticket = ticket,
        ExpiresOn = ticket is null ? null : (expires ?? Read.AddDays(42)).UtcDateTime,
        Source = PairBuilder.ResourceManager,
        AsOf = Read.UtcDateTime,
    };

    private static PeeringSide Side(string name, string remote, string prefix, string remotePrefix) => new()
    {
        Exists = true,
        Id = $"{NetworkId(name)}/virtualNetworkPeerings/peer-{remote}",
        Name = $"peer-{remote}",
        VirtualNetworkId = NetworkId(name),
        VirtualNetworkName = name,
        ResourceGroupName = "rg",
        SubscriptionId = "00000000-0000-4000-8000-000000000001",
        TenantId = "10000000-0000-4000-8000-000000000001",
        Location = "westeurope",
        RemoteVirtualNetworkId = NetworkId(remote),
        PeeringState = "Connected",
        PeeringSyncLevel = "FullyInSync",
        ProvisioningState = "Succeeded",
        AllowVirtualNetworkAccess = true,
        RemoteAddressSpace = [remotePrefix],
        RemoteVirtualNetworkAddressSpace = [remotePrefix],
        VirtualNetworkAddressSpace = [prefix],
        Etag = Guid.NewGuid().ToString(),
    };

    private static Gen<PeeringPair[]> Sequence(int count) =>
        Enumerable.Range(0, count).Aggregate(Gen.Const(Array.Empty<PeeringPair>()), (before, number) =>
            from pairs in before
            from next in AnyPair(number)
            select (PeeringPair[])[.. pairs, next]);
}
