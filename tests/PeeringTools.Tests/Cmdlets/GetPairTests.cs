using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>Get-PeeringPair: what a scope gives, and what it says when it gives less.</summary>
public sealed class GetPairTests : LabTest
{
    [Fact]
    public void A_hub_with_twelve_spokes_is_twelve_pairs()
    {
        Start("HubSpoke");

        IReadOnlyList<PSObject> pairs = Pairs("Get-PeeringPair");

        Assert.Equal(12, pairs.Count);
        Assert.Equal(12, pairs.Select(pair => pair.Text("PairId")).Distinct().Count());
        Assert.All(pairs, pair => Assert.Equal("Connected FullyInSync None", $"{pair.Text("Status")} {pair.Text("SyncLevel")} {pair.Text("MissingSide")}"));
        Assert.All(pairs, pair => Assert.Equal("LAB ResourceManager", pair.Text("Source")));
        Assert.All(pairs, pair => Assert.Equal(false, pair.At("Oriented")));
    }

    [Theory]
    [InlineData("v1 v2 v3", "as is")]
    [InlineData("v3 v1 v2", "upper")]
    [InlineData("v2 v3 v1", "lower")]
    public void Three_networks_in_a_full_mesh_are_three_pairs_whatever_the_order_and_casing(string order, string casing)
    {
        using EstateFile estate = EstateFile.Mesh(order.Split(' '), id => casing switch
        {
            "upper" => id.ToUpperInvariant(),
            "lower" => id.ToLowerInvariant(),
            _ => id,
        });
        Start(estate);

        IReadOnlyList<PSObject> scanned = Pairs("Get-PeeringPair");
        IReadOnlyList<PSObject> asked = Pairs("$args[0] | Get-PeeringPair", (object)order.Split(' ').Select(name => EstateFile.Id(name).ToUpperInvariant()).ToArray());

        Assert.Equal(["v1 v2", "v1 v3", "v2 v3"], scanned.Select(pair => pair.Names()).Order());
        Assert.Equal(scanned.Select(pair => pair.Text("PairId")).Order(), asked.Select(pair => pair.Text("PairId")).Order());
    }

    [Fact]
    public void A_mesh_that_was_made_by_requests_is_three_pairs_too()
    {
        Start("Empty");
        string group = Session.Run("(Invoke-PeeringLabRequest '/subscriptions?api-version=2022-12-01').Body").Single().ToString().Split("\"subscriptionId\":\"")[1].Split('"')[0];
        string root = $"/subscriptions/{group}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/";
        for (int i = 1; i <= 3; i++)
            Put($"{root}v{i}", $$"""{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.{{i}}.0.0/16"] } } }""");
        foreach ((string from, string to) in new[] { ("v1", "V2"), ("v2", "v1"), ("v3", "V1"), ("V1", "v3"), ("V3", "v2"), ("v2", "V3") })
            Put($"{root}{from}/virtualNetworkPeerings/to-{to}", $$"""{"properties":{"remoteVirtualNetwork":{"id":"{{root}}{{to}}"} } }""");

        Assert.Equal(["v1 v2", "v1 v3", "v2 v3"], Pairs("Get-PeeringPair -Status Connected").Select(pair => pair.Names()).Order());
    }

    [Fact]
    public void A_peering_with_one_side_is_one_pair_that_says_which_side_is_missing()
    {
        Start("Broken");

        PSObject pair = Assert.Single(Pairs("Get-PeeringPair -Name vnet-onesided"));

        Assert.Equal("Initiated", pair.Text("Status"));
        string missing = pair.Text("MissingSide");
        Assert.Equal("vnet-hub", pair.Text(missing + ".VirtualNetworkName"));
        Assert.Equal(false, pair.At(missing + ".Exists"));
        Assert.Contains($"Initiated ({missing.ToLowerInvariant()} side missing)", Session.Show("Get-PeeringPair -Name vnet-onesided").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_is_named_is_Local_in_each_of_its_pairs()
    {
        Start("HubSpoke");

        IReadOnlyList<PSObject> pairs = Pairs("Get-PeeringPair -VirtualNetworkId $args[0]", IdOf("vnet-hub"));

        Assert.Equal(12, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal("vnet-hub", pair.Text("Local.VirtualNetworkName")));
        Assert.All(pairs, pair => Assert.Equal(true, pair.At("Oriented")));
    }

    [Fact]
    public void A_resource_group_is_looked_for_in_every_subscription_and_missed_only_when_none_has_it()
    {
        Start("Migration");

        Assert.Equal(4, Pairs("Get-PeeringPair -ResourceGroupName RG-LEGACY-NETWORK -Name vnet-legacy-hub -Status Connected").Count(pair => !pair.Names().Contains("platform", StringComparison.Ordinal)));

        ErrorRecord missing = Session.Run("Get-PeeringPair -ResourceGroupName rg-nowhere").SingleError();
        Assert.StartsWith("ResourceGroupNotFound,", missing.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("rg-nowhere", missing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_subscription_is_an_error_and_the_known_one_is_read()
    {
        Start("HubSpoke");

        ScriptRun run = Session.Run("Get-PeeringPair -SubscriptionId 00000000-0000-4000-8000-00000000abcd, (Get-PeeringPair)[0].Local.SubscriptionId");

        ErrorRecord error = run.SingleError();
        Assert.StartsWith("SubscriptionNotRead,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("/subscriptions/00000000-0000-4000-8000-00000000abcd", error.TargetObject);
        Assert.Contains("was not found", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Equal(12, run.Output.Count);
    }

    [Fact]
    public void An_unknown_network_is_an_error_and_the_known_one_is_read()
    {
        Start("HubSpoke");
        string spoke = IdOf("vnet-spoke-01");

        ScriptRun run = Session.Run("$args[0], $args[1] | Get-PeeringPair", spoke + "x", spoke);

        ErrorRecord error = run.SingleError();
        Assert.StartsWith("VirtualNetworkNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(spoke + "x", error.TargetObject);
        Assert.Single(run.Output);
    }

    [Fact]
    public void A_subscription_that_cannot_be_listed_is_an_error_and_the_rest_streams()
    {
        using EstateFile estate = EstateFile.Wide(3);
        Start(estate);
        Session.Run("Set-PeeringLab -FaultStatus 403 -FaultCode AuthorizationFailed -FaultPath $args[0] -FaultCount 100", EstateFile.Subscription(2) + "/providers/*").Clean();

        ScriptRun run = Session.Run("Get-PeeringPair");

        Assert.StartsWith("SubscriptionNotRead,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["a1 b1", "a3 b3"], run.Output.Select(pair => pair.Names()).Order());
    }

    [Fact]
    public void What_a_list_may_leave_out_is_said()
    {
        Start("HubSpoke");
        Session.Run("Set-PeeringLab -DenyAction 'Microsoft.Network/virtualNetworks/read'").Clean();

        ScriptRun run = Session.Run("Get-PeeringPair");

        Assert.Empty(run.Clean());
        Assert.Contains("2 of 2 subscriptions may hold networks", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, run.Information.Count(record => record.Tags.Contains("Coverage") && record.ToString().Contains("Partial", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_was_read_in_full_is_on_the_Information_stream_and_nowhere_else()
    {
        Start("HubSpoke");

        ScriptRun run = Session.Run("Get-PeeringPair");

        Assert.Empty(run.Warnings);
        Assert.Equal(["Seen, 1 networks.", "Seen, 13 networks."], run.Information.Select(record => record.ToString().Split(": ")[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_bar_is_always_taken_away()
    {
        Start("HubSpoke");

        ScriptRun run = Session.Run("Get-PeeringPair");

        Assert.NotEmpty(run.Progress);
        Assert.All(run.Progress.GroupBy(record => record.ActivityId), bar => Assert.Equal(ProgressRecordType.Completed, bar.Last().RecordType));
    }

    [Fact]
    public void Verbose_says_what_Azure_made_it_wait_for()
    {
        Start("HubSpoke");
        Session.Run("Set-PeeringLab -FaultStatus 429 -FaultCode TooManyRequests -FaultRetryAfter ([timespan]::Zero)").Clean();

        ScriptRun run = Session.Run("Get-PeeringPair -Verbose");

        Assert.Equal(12, run.Clean().Count);
        Assert.Contains(run.Verbose, line => line.Contains("429", StringComparison.Ordinal) && line.Contains("wait", StringComparison.Ordinal));
    }

    private void Put(string path, string body) => Assert.InRange(
        (int)Session.Run("(Invoke-PeeringLabRequest $args[0] PUT $args[1]).Status", path + "?api-version=2024-05-01", body).Single().BaseObject, 200, 201);
}
