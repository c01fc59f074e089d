namespace PeeringTools.Model;

public class ResourceIdTests
{
    private const string Subscription = "00000000-0000-0000-0000-000000000001";
    private const string Network = $"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub";

    [Fact]
    public void The_id_of_a_network_is_taken_apart()
    {
        ResourceId id = ResourceId.Parse(Network);
        Assert.Equal((Subscription, "rg", "hub", null, "hub"), (id.SubscriptionId, id.ResourceGroupName, id.VirtualNetworkName, id.PeeringName, id.Name));
        Assert.Equal(Network, id.Text);
    }

    [Fact]
    public void The_id_of_a_peering_also_names_its_network()
    {
        ResourceId id = ResourceId.Parse(Network + "/virtualNetworkPeerings/peer-a");
        Assert.Equal(("peer-a", Network), (id.PeeringName, id.VirtualNetwork.Text));
    }

    [Fact]
    public void Casing_makes_no_difference_and_is_kept()
    {
        ResourceId loud = ResourceId.Parse(Network.ToUpperInvariant());
        Assert.Equal(ResourceId.Parse(Network), loud);
        Assert.Equal(ResourceId.Parse(Network).GetHashCode(), loud.GetHashCode());
        Assert.Equal("HUB", loud.Name);
    }

    [Fact]
    public void Spaces_around_an_id_and_a_slash_at_its_end_are_forgiven() =>
        Assert.Equal(ResourceId.Parse(Network), ResourceId.Parse("  " + Network + "/ "));

    [Theory]
    [InlineData(null, nameof(Texts.IdNoLeadingSlash))]
    [InlineData("", nameof(Texts.IdNoLeadingSlash))]
    [InlineData("hub", nameof(Texts.IdNoLeadingSlash))]
    [InlineData("subscriptions/x", nameof(Texts.IdNoLeadingSlash))]
    [InlineData("/providers/Microsoft.Network", nameof(Texts.IdNoSubscriptions))]
    [InlineData("/subscriptions", nameof(Texts.IdBadSubscription))]
    [InlineData("/subscriptions/my-subscription/resourceGroups/rg", nameof(Texts.IdBadSubscription))]
    [InlineData($"/subscriptions/{Subscription}", nameof(Texts.IdNoResourceGroup))]
    [InlineData($"/subscriptions/{Subscription}/resourceGroups/../providers/Microsoft.Network/virtualNetworks/a", nameof(Texts.IdNoResourceGroup))]
    [InlineData($"/subscriptions/{Subscription}/resourceGroups/rg?x/providers/Microsoft.Network/virtualNetworks/a", nameof(Texts.IdNoResourceGroup))]
    [InlineData($"/subscriptions/{Subscription}/resourceGroups/rg", nameof(Texts.IdNotNetwork))]
    [InlineData($"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.ClassicNetwork/virtualNetworks/a", nameof(Texts.IdNotNetwork))]
    [InlineData($"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.Network/routeTables/a", nameof(Texts.IdNotVirtualNetwork))]
    [InlineData($"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks", nameof(Texts.IdNotVirtualNetwork))]
    [InlineData($"{Network}/subnets/default", nameof(Texts.IdUnknownTail))]
    [InlineData($"{Network}/virtualNetworkPeerings", nameof(Texts.IdUnknownTail))]
    [InlineData($"{Network}/virtualNetworkPeerings/a/b", nameof(Texts.IdUnknownTail))]
    public void A_refusal_names_the_part_that_is_wrong(string? text, string problemName)
    {
        Assert.False(ResourceId.TryParse(text, out _, out string? problem));
        Assert.Equal(Texts.ResourceManager.GetString(problemName, System.Globalization.CultureInfo.InvariantCulture), problem);
    }
}
