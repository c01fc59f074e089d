using System.Management.Automation;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>What Tab offers.</summary>
public sealed class CompletionTests : LabTest
{
    [Theory]
    [InlineData("Get-PeeringPair -VirtualNetworkId ", 14)]
    [InlineData("Get-PeeringPair -VirtualNetworkId spoke-1", 4)]
    [InlineData("Get-PeeringPair HUB-WEU", 1)]
    [InlineData("Get-PeeringPair -VirtualNetworkId 'spoke-13", 1)]
    [InlineData("Get-PeeringPair -SubscriptionId ", 2)]
    [InlineData("Get-PeeringPair -SubscriptionId work", 1)]
    [InlineData("Connect-PeeringAccount -SubscriptionId conn", 1)]
    public void Networks_and_subscriptions_are_offered_by_any_part_of_their_name(string line, int offers)
    {
        Start("HubSpoke");

        Assert.Equal(offers, Complete(line).Count);
    }

    [Fact]
    public void A_network_is_shown_by_name_and_completed_to_its_id()
    {
        Start("HubSpoke");

        PSObject offer = Assert.Single(Complete("Get-PeeringPair -VirtualNetworkId vnet-hub"));

        Assert.Equal("vnet-hub", offer.Text("ListItemText"));
        Assert.Equal($"'{IdOf("vnet-hub")}'", offer.Text("CompletionText"));
        Assert.Equal("rg-hub-weu, westeurope, 10.0.0.0/22", offer.Text("ToolTip"));
    }

    [Fact]
    public void Nothing_is_offered_and_nothing_said_without_a_connection()
    {
        Start("HubSpoke");
        Session.Run("Stop-PeeringLab").Clean();

        Assert.Empty(Complete("Get-PeeringPair -SubscriptionId "));
        Assert.Empty(Complete("Get-PeeringPair -VirtualNetworkId /"));
    }

    [Fact]
    public void Trouble_is_no_offer_and_no_error()
    {
        Start("HubSpoke");
        Session.Run("Set-PeeringLab -FaultStatus 403 -FaultCode AuthorizationFailed -FaultCount 100").Clean();

        Assert.Empty(Complete("Get-PeeringPair -VirtualNetworkId hub"));
    }

    private IReadOnlyList<PSObject> Complete(string line) => Session.Run(
        "[Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches", line).Clean();
}
