using PeeringTools.Tests.Inventory;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>Find-PeeringAddressPrefix on the lab.</summary>
public sealed class AddressPrefixTests : InventoryTest
{
    [Fact]
    public void The_lowest_free_prefixes_of_a_range_are_found_and_promised_ones_left_out()
    {
        Run("Start-PeeringLab -Estate HubSpoke");
        Assert.Equal(["10.14.0.0/16", "10.15.0.0/16"], Run("(Find-PeeringAddressPrefix 10.0.0.0/8 16 -First 2).AddressPrefix").Select(found => found.ToString()));
        Assert.Equal("10.15.0.0/16", Run("(Find-PeeringAddressPrefix 10.0.0.0/8 16 -First 1 -Exclude 10.14.3.0/24).AddressPrefix")[0].ToString());
        Assert.StartsWith("LAB ", Run("(Find-PeeringAddressPrefix fd00::/8 48 -First 1).Source")[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(Run("Find-PeeringAddressPrefix 10.1.0.0/16 24"));
    }

    [Theory]
    [InlineData("Find-PeeringAddressPrefix ten 16")]
    [InlineData("Find-PeeringAddressPrefix 10.0.0.0/8 7")]
    [InlineData("Find-PeeringAddressPrefix 10.0.0.0/8 33")]
    public void A_range_or_length_that_makes_no_sense_is_refused(string script)
    {
        Run("Start-PeeringLab -Estate HubSpoke");
        Assert.Equal("InvalidInput", this.Refused(script));
    }

    [Fact]
    public void A_subscription_that_cannot_be_read_leaves_nothing_that_could_be_called_free()
    {
        Run("Start-PeeringLab -Estate HubSpoke; $s = (Get-PeeringPair)[0].Local.SubscriptionId; Set-PeeringLab -DenyAction Microsoft.Network/virtualNetworks/read -DenyScope \"/subscriptions/$s\"");
        Engine.ScriptRun run = Session.Run("Find-PeeringAddressPrefix 10.0.0.0/8 16");
        Assert.Empty(run.Output);
        Assert.Contains(run.Errors.Append(run.Terminating), error => error?.FullyQualifiedErrorId.StartsWith("CoverageIncomplete,", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Networks_that_share_addresses_are_named_as_couples()
    {
        Run("Start-PeeringLab -Estate HubSpoke");
        Assert.Empty(Run("Find-PeeringAddressPrefix -Overlap"));
        Run("""
            $spoke = (Get-PeeringPair)[0].Local.VirtualNetworkId
            Invoke-PeeringLabRequest "$($spoke -replace 'spoke-01', 'twin')?api-version=2024-05-01" PUT '{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.1.128.0/17"]}}}' -Confirm:$false
            """);
        Assert.Equal("vnet-spoke-01 10.1.0.0/16 - vnet-twin 10.1.128.0/17", Run("\"$(Find-PeeringAddressPrefix -Overlap)\"")[0].ToString());
    }
}
