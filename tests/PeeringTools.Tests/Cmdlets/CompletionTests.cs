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

    [Theory]
    [InlineData("Get-PeeringPair -ResourceGroupName ", "rg-legacy-network,rg-platform-network")]
    [InlineData("Get-PeeringPair -Ticket ", "CHG0038110,CHG0041873")]
    [InlineData("Set-PeeringPair -Owner ", "billing@contoso.example,payments@contoso.example")]
    [InlineData("Get-PeeringPair -Name form-02", "vnet-platform-02")]
    [InlineData("New-PeeringPair a b -Lifetime 4", "42d")]
    [InlineData("Remove-ExpiredPeering -Grace 1", "12h,1d,14d")]
    public void Values_that_the_estate_has_are_offered_and_never_files(string line, string offers)
    {
        Start("Migration");

        Assert.Equal(offers, string.Join(',', Complete(line).Select(offer => offer.Text("ListItemText"))));
    }

    [Fact]
    public void A_text_that_anybody_may_have_written_is_offered_quoted_and_without_control_characters()
    {
        Start("Empty");
        Session.Run(
            """
            $group = (Invoke-PeeringLabRequest '/subscriptions?api-version=2022-12-01').Body -replace '(?s).*?"(/subscriptions/[^"]+)".*', '$1/resourceGroups/rg-x'
            $tags = '"PeeringTools:a":"pair=1;ticket=it''s","PeeringTools:b":"pair=2;ticket=%1B[31m"'
            $null = Invoke-PeeringLabRequest "${group}?api-version=2021-04-01" PUT '{"location":"westeurope"}'
            $null = Invoke-PeeringLabRequest "$group/providers/Microsoft.Network/virtualNetworks/v?api-version=2024-05-01" PUT "{`"location`":`"westeurope`",`"tags`":{$tags},`"properties`":{`"addressSpace`":{`"addressPrefixes`":[`"10.0.0.0/16`"]}}}"
            """).Clean();

        PSObject offer = Assert.Single(Complete("Get-PeeringPair -Ticket "));

        Assert.Equal("'it''s'", offer.Text("CompletionText"));
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
