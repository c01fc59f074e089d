using PeeringTools.Ports;

namespace PeeringTools.Access;

public class PermissionsTests
{
    private const string Write = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write";

    [Theory]
    [InlineData("*", true)]
    [InlineData("*/write", true)]
    [InlineData("microsoft.network/*", true)]
    [InlineData("Microsoft.Network/*/write", true)]
    [InlineData("Microsoft.Network/virtualNetworks/*/write", true)]
    [InlineData("Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write", true)]
    [InlineData("*virtualNetworks*Peerings*", true)]
    [InlineData("*/read", false)]
    [InlineData("Microsoft.Network/virtualNetworks/write", false)]
    [InlineData("Microsoft.Network/virtualNetworks", false)]
    [InlineData("Microsoft.Compute/*", false)]
    [InlineData("*Peerings*Networks*", false)]
    [InlineData("Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write*/write", false)]
    [InlineData("", false)]
    public void A_star_stands_for_any_text(string pattern, bool allowed) =>
        Assert.Equal(allowed, Permissions.Allow([new PermissionEntry([pattern], [])], Write));

    [Fact]
    public void No_entry_allows_nothing() => Assert.False(Permissions.Allow([], Write));

    [Fact]
    public void A_notAction_takes_away_from_its_own_entry_only()
    {
        PermissionEntry contributorWithoutPeerings = new(["*"], ["Microsoft.Network/virtualNetworks/virtualNetworkPeerings/*"]);
        Assert.False(Permissions.Allow([contributorWithoutPeerings], Write));
        Assert.True(Permissions.Allow([contributorWithoutPeerings, new PermissionEntry([Write], [])], Write));
    }
}
