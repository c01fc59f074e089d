namespace PeeringTools.Pairs;

public class OwnershipTests
{
    private const string Guid = "a76c722f-6cc3-4220-aeaa-ed3824da42ff";

    [Fact]
    public void An_ordinary_pair_belongs_to_nobody() => Assert.Null(Ownership.Of(End("rg", "hub", "peer-a"), End("rg", "a", "peer-hub")));

    [Theory]
    [InlineData("ANM_5E1A2B_hub", Ownership.NetworkManager)]
    [InlineData("RemoteVnetToHubPeering_" + Guid, Ownership.VirtualWan)]
    public void The_peerings_name_tells_on_either_side(string name, string owner)
    {
        OwnershipFinding? finding = Ownership.Of(End("rg", "a", "mine"), End("rg", "b", name));
        Assert.Equal(owner, finding?.ManagedBy);
        Assert.Contains(name, finding!.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_virtual_wan_hub_is_known_by_its_network_and_group_even_when_it_cannot_be_read()
    {
        PairEnd hub = PairEnd.Unread(IdOf($"RG_hub01_{Guid}", $"HV_hub01_{Guid}"), RemoteVisibility.NotVisible);
        Assert.Equal(Ownership.VirtualWan, Ownership.Of(End("rg", "spoke", "mine"), hub)?.ManagedBy);
    }

    [Theory]
    [InlineData("RG_hub", "HV_hub")]
    [InlineData("rg", "HV_hub01_" + Guid)]
    [InlineData("app_" + Guid, "net_" + Guid)]
    [InlineData("RG_hub01_" + Guid, "hub")]
    public void A_name_that_only_looks_like_a_hub_is_none(string group, string network) => Assert.Null(Ownership.Of(End("rg", "a", "mine"), End(group, network, "mine")));

    [Fact]
    public void Databricks_is_known_by_its_managed_group_or_by_the_tag_it_sets()
    {
        Assert.Equal(Ownership.Databricks, Ownership.Of(End("databricks-rg-ws-2jsxhmzoyooxm", "workers-vnet", "x"), End("rg", "a", "y"))?.ManagedBy);
        Assert.Null(Ownership.Of(End("rg", "workers-vnet", "x"), End("rg", "a", "y")));
        Assert.Equal(Ownership.Databricks, Ownership.Of(End("rg", "workers-vnet", "x", "databricks-environment"), End("rg", "a", "y"))?.ManagedBy);
    }

    private static string IdOf(string group, string network) =>
        ResourceId.ForVirtualNetwork("00000000-0000-0000-0000-000000000001", group, network).Text;

    private static PairEnd End(string group, string network, string peering, string tag = "env") => PairEnd.Of(
        NetworkFacts.Of(new VirtualNetwork
        {
            Id = ResourceId.Parse(IdOf(group, network)),
            Tags = new Dictionary<string, string> { [tag] = "true" },
        }),
        new PeeringSide { Exists = true, Name = peering, VirtualNetworkId = IdOf(group, network) });
}
