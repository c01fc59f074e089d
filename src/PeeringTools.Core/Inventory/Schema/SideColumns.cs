namespace PeeringTools.Inventory;

/// <summary>The columns of one side. What Azure compares without case is written in lower case, so that casing makes no other file.</summary>
internal static class SideColumns
{
    public const string VirtualNetworkId = "VirtualNetworkId";
    public const string Exists = "Exists";

    public static IEnumerable<InventoryColumn> Of(PeeringDirection direction, Func<PeeringPair, PeeringSide> side) =>
        Members().Select(member => member.On(direction, side));

    private static Member[] Members() =>
    [
        Text(VirtualNetworkId, side => Lower(side.VirtualNetworkId), (side, text) => side.VirtualNetworkId = text!) with { IsIdentity = true },
        Text("VirtualNetworkName", side => Lower(side.VirtualNetworkName), (side, text) => side.VirtualNetworkName = text!) with { IsIdentity = true },
        Text("ResourceGroupName", side => Lower(side.ResourceGroupName), (side, text) => side.ResourceGroupName = text!) with { IsIdentity = true },
        Text("SubscriptionId", side => Lower(side.SubscriptionId), (side, text) => side.SubscriptionId = text!) with { IsIdentity = true },
        Text("TenantId", side => LowerOrNull(side.TenantId), (side, text) => side.TenantId = text) with { IsOptional = true },
        Text("Location", side => LowerOrNull(side.Location)?.Replace(" ", ""), (side, text) => side.Location = text) with { IsOptional = true },
        Text("VirtualNetworkResourceGuid", side => LowerOrNull(side.VirtualNetworkResourceGuid), (side, text) => side.VirtualNetworkResourceGuid = text) with { IsOptional = true },
        List("VirtualNetworkAddressSpace", side => Prefixes(side.VirtualNetworkAddressSpace), (side, list) => side.VirtualNetworkAddressSpace = list),
        Flag(Exists, side => side.Exists, (side, flag) => side.Exists = flag),
        OfPeering(Text("Name", side => side.Name ?? "", (side, text) => side.Name = text)) with { IgnoresCase = true },
        OfPeering(Text("PeeringState", side => side.PeeringState, (side, text) => side.PeeringState = text)) with { IsOptional = true },
        OfPeering(Text("PeeringSyncLevel", side => side.PeeringSyncLevel, (side, text) => side.PeeringSyncLevel = text)) with { IsOptional = true },
        OfPeering(Flag("AllowVirtualNetworkAccess", side => side.AllowVirtualNetworkAccess, (side, flag) => side.AllowVirtualNetworkAccess = flag)),
        OfPeering(Flag("AllowForwardedTraffic", side => side.AllowForwardedTraffic, (side, flag) => side.AllowForwardedTraffic = flag)),
        OfPeering(Flag("AllowGatewayTransit", side => side.AllowGatewayTransit, (side, flag) => side.AllowGatewayTransit = flag)),
        OfPeering(Flag("UseRemoteGateways", side => side.UseRemoteGateways, (side, flag) => side.UseRemoteGateways = flag)),
        OfPeering(Flag("DoNotVerifyRemoteGateways", side => side.DoNotVerifyRemoteGateways, (side, flag) => side.DoNotVerifyRemoteGateways = flag)),
        OfPeering(Flag("PeerCompleteVnets", side => side.PeerCompleteVnets, (side, flag) => side.PeerCompleteVnets = flag)),
        OfPeering(List("LocalSubnetNames", side => Names(side.LocalSubnetNames), (side, list) => side.LocalSubnetNames = list)),
        OfPeering(List("RemoteSubnetNames", side => Names(side.RemoteSubnetNames), (side, list) => side.RemoteSubnetNames = list)),
        OfPeering(Flag("EnableOnlyIPv6Peering", side => side.EnableOnlyIPv6Peering, (side, flag) => side.EnableOnlyIPv6Peering = flag)),
        OfPeering(List("RemoteAddressSpace", side => Prefixes(side.RemoteAddressSpace), (side, list) => side.RemoteAddressSpace = list)),
        OfPeering(List("RemoteVirtualNetworkAddressSpace", side => Prefixes(side.RemoteVirtualNetworkAddressSpace), (side, list) => side.RemoteVirtualNetworkAddressSpace = list)),
        OfPeering(List("RemoteGateways", side => Ids(side.RemoteGateways), (side, list) => side.RemoteGateways = list)),
        OfPeering(Text("ResourceGuid", side => LowerOrNull(side.ResourceGuid), (side, text) => side.ResourceGuid = text)) with { IsOptional = true },
    ];

    private static Member Text(string name, Func<PeeringSide, string?> get, Action<PeeringSide, string?> set) =>
        new(name, CellKind.Text, side => get(side), (side, value) => set(side, (string?)value));

    private static Member Flag(string name, Func<PeeringSide, bool> get, Action<PeeringSide, bool> set) =>
        new(name, CellKind.Flag, side => get(side), (side, value) => set(side, (bool)value!));

    private static Member List(string name, Func<PeeringSide, string[]> get, Action<PeeringSide, string[]> set) =>
        new(name, CellKind.List, get, (side, value) => set(side, (string[])value!));

    private static Member OfPeering(Member member) => member with { IsOfPeering = true };

    private static string Lower(string? text) => (text ?? "").ToLowerInvariant();

    private static string? LowerOrNull(string? text) => text?.ToLowerInvariant();

    private static string[] Names(IEnumerable<string>? names) =>
        [.. (names ?? []).Select(UnicodeText.Repair).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];

    private static string[] Ids(IEnumerable<string>? ids) => Names((ids ?? []).Select(Lower));

    /// <summary>By first address, so that 10.2.0.0/16 stands before 10.10.0.0/16; what is no prefix comes last.</summary>
    private static string[] Prefixes(IEnumerable<string>? prefixes) =>
    [
        .. Names(prefixes)
            .Select(text => (Text: text, IsPrefix: AddressPrefix.TryParse(text, out AddressPrefix prefix), Prefix: prefix))
            .OrderBy(p => !p.IsPrefix).ThenBy(p => p.Prefix).ThenBy(p => p.Text, StringComparer.Ordinal).Select(p => p.Text),
    ];

    /// <summary>A column before it is put on one of the sides.</summary>
    private sealed record Member(string Name, CellKind Kind, Func<PeeringSide, object?> Get, Action<PeeringSide, object?> Set)
    {
        public bool IsOptional { get; init; }

        public bool IsOfPeering { get; init; }

        public bool IsIdentity { get; init; }

        public bool IgnoresCase { get; init; }

        public InventoryColumn On(PeeringDirection direction, Func<PeeringPair, PeeringSide> sideOf) => new()
        {
            Name = direction + Name,
            TextKey = "Side" + Name,
            Kind = Kind,
            Side = direction,
            IsOptional = IsOptional || (IsOfPeering && Kind != CellKind.List),
            IsOfPeering = IsOfPeering,
            IsIdentity = IsIdentity,
            IgnoresCase = IgnoresCase,
            Get = pair => !IsOfPeering || sideOf(pair).Exists ? Get(sideOf(pair)) : Kind == CellKind.List ? Array.Empty<string>() : null,
            Set = (pair, value) => this.Put(sideOf(pair), value),
        };

        private void Put(PeeringSide side, object? value)
        {
            bool isGiven = value is not (null or string[] { Length: 0 });
            if (IsOfPeering && !side.Exists)
            {
                if (isGiven) throw new CellException(InventoryTexts.ValueWithoutPeering);
                return;
            }

            if (!isGiven && IsOfPeering && !IsOptional && Kind != CellKind.List) throw new CellException(InventoryTexts.PeeringWithoutValue);
            Set(side, value);
        }
    }
}
