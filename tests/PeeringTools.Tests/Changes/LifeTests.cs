using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Changes;

/// <summary>Set-, Sync-, Repair- and Remove-PeeringPair as a script uses them.</summary>
public sealed class LifeTests : ChangeTest
{
    [Fact]
    public void A_parked_pair_comes_back_exactly_as_it_was()
    {
        this.Create("-AllowVirtualNetworkAccess Remote");

        PSObject parked = Assert.Single(this.Pairs("Get-PeeringPair $args[0] | Set-PeeringPair -Disabled", this.Spoke));
        PSObject back = Assert.Single(this.Pairs("Get-PeeringPair $args[0] | Set-PeeringPair -Enabled", this.Spoke));

        Assert.Equal("False False", $"{parked.Text("Local.AllowVirtualNetworkAccess")} {parked.Text("Remote.AllowVirtualNetworkAccess")}");
        Assert.Equal("False True", $"{back.Text("Local.AllowVirtualNetworkAccess")} {back.Text("Remote.AllowVirtualNetworkAccess")}");
    }

    [Theory]
    [InlineData("Sync-PeeringPair -Side Local")]
    [InlineData("Remove-PeeringPair -Side Local -Force")]
    [InlineData("Repair-PeeringPair -AllowForwardedTraffic Local")]
    public void A_pair_of_a_scan_is_no_pair_of_columns_that_say_which_network_is_Local(string command)
    {
        ScriptRun scan = this.Session.Run("(Get-PeeringPair)[0] | " + command);

        Assert.StartsWith("NotOriented,", scan.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(this.Writes());
    }

    [Fact]
    public void A_parameter_that_names_a_side_needs_to_know_which_network_is_Local()
    {
        ScriptRun scan = this.Session.Run("(Get-PeeringPair)[0] | Set-PeeringPair -AllowForwardedTraffic Local");

        Assert.StartsWith("NotOriented,", scan.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(this.Writes());
        PSObject pair = Assert.Single(this.Pairs("(Get-PeeringPair)[0] | Set-PeeringPair -AllowForwardedTraffic Local -LocalVirtualNetworkId $args[0]", this.Hub));
        Assert.Equal("vnet-hub True False", $"{pair.Text("Local.VirtualNetworkName")} {pair.Text("Local.AllowForwardedTraffic")} {pair.Text("Remote.AllowForwardedTraffic")}");
    }

    [Theory]
    [InlineData("Set-PeeringPair $args[0] $args[1] -AllowForwardedTraffic Both -PlanOnly")]
    [InlineData("Sync-PeeringPair $args[0] $args[1] -PlanOnly")]
    [InlineData("Repair-PeeringPair $args[0] $args[1] -PlanOnly")]
    [InlineData("Remove-PeeringPair $args[0] $args[1] -PlanOnly")]
    [InlineData("[pscustomobject]@{ LocalVirtualNetworkId = $args[0]; RemoteVirtualNetworkId = $args[1] } | Remove-PeeringPair -PlanOnly")]
    [InlineData("[pscustomobject]@{ LocalVirtualNetworkId = $args[0]; RemoteVirtualNetworkId = $args[1] } | Sync-PeeringPair -PlanOnly")]
    public void Two_networks_name_a_pair_by_position_and_in_the_columns_of_an_inventory(string script)
    {
        _ = this.Create("");

        PSObject plan = Assert.Single(this.Pairs(script, this.Hub, this.Spoke));

        Assert.Equal((this.Hub, this.Spoke), (plan.Text("LocalVirtualNetworkId"), plan.Text("RemoteVirtualNetworkId")));
    }

    [Fact]
    public void One_network_by_position_is_enough_for_a_sync_and_never_for_a_removal()
    {
        Assert.Equal(12, this.Pairs("Sync-PeeringPair $args[0] -PlanOnly", this.Hub).Count);
        Assert.Equal(12, this.Pairs("Sync-PeeringPair (Get-PeeringPair $args[0]) -PlanOnly", this.Hub).Count);
        Assert.Single(this.Pairs("Sync-PeeringPair (Test-PeeringHealth $args[0])[0] -PlanOnly", this.Hub));
        Assert.Equal(12, this.Pairs("Get-PeeringPair | Sync-PeeringPair -LocalVirtualNetworkId $args[0] -Side Local -PlanOnly", this.Hub).Count);

        ScriptRun removal = this.Session.Run("Remove-PeeringPair $args[0] -PlanOnly", this.Hub);

        Assert.StartsWith("MissingMandatoryParameter,", removal.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Syncing_a_resized_network_brings_all_its_pairs_in_sync()
    {
        this.Session.Run(
            """
            $body = (Invoke-PeeringLabRequest "$($args[0])?api-version=2024-05-01").Body
            $at = $body.IndexOf('"addressPrefixes":[') + 19
            $null = Invoke-PeeringLabRequest -Method PUT -Path "$($args[0])?api-version=2024-05-01" -Body $body.Insert($at, '"10.250.0.0/16",')
            """, this.Hub).Clean();
        Assert.Equal(12, this.Pairs("Get-PeeringPair -OutOfSync").Count);

        IReadOnlyList<PSObject> results = this.Pairs("Sync-PeeringPair -VirtualNetworkId $args[0]", this.Hub);

        Assert.Equal(12, results.Count);
        Assert.All(results, result => Assert.Equal("FullyInSync FullyInSync", $"{result.Text("LocalLevel")} {result.Text("RemoteLevel")}"));
        Assert.All(results, result => Assert.Contains("10.250.0.0/16", (string[])result.At("RemoteGained")!));
        Assert.Empty(this.Pairs("Get-PeeringPair -OutOfSync"));
    }

    [Fact]
    public void A_pair_that_lost_a_side_is_repaired_from_an_earlier_picture_of_it()
    {
        PSObject before = this.Create("-AllowForwardedTraffic Both");
        this.Session.Run("$null = Invoke-PeeringLabRequest -Method DELETE -Path \"$($args[0])?api-version=2024-05-01\"", before.Text("Remote.Id")).Clean();
        Assert.Equal("Disconnected", this.Read()!.Text("Status"));

        PSObject repaired = Assert.Single(this.Pairs("Get-PeeringPair $args[0] | Repair-PeeringPair -Baseline $args[1]", this.Spoke, before));

        Assert.Equal("Connected FullyInSync", $"{repaired.Text("Status")} {repaired.Text("SyncLevel")}");
        Assert.Equal(before.Text("Remote.Name"), repaired.Text("Remote.Name"));
        Assert.Equal("True", repaired.Text("Remote.AllowForwardedTraffic"));
    }

    [Fact]
    public void Removing_leaves_neither_side_and_gives_a_receipt_when_asked()
    {
        this.Create("-Ticket CHG-9");

        PSObject receipt = Assert.Single(this.Pairs("Get-PeeringPair $args[0] | Remove-PeeringPair -Force -PassThru", this.Spoke));

        Assert.Equal(2, ((string[])receipt.At("RemovedIds")!).Length);
        Assert.Equal("CHG-9", receipt.Text("Ticket"));
        Assert.Null(this.Read());
        ErrorRecord gone = this.Session.Run("Remove-PeeringPair -VirtualNetworkId $args[0] -RemoteVirtualNetworkId $args[1] -Force", this.Spoke, this.Hub).SingleError();
        Assert.StartsWith("PeeringNotFound,", gone.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_can_answer_a_removal_is_refused_before_the_first_write()
    {
        ScriptRun run = this.Session.Run("Get-PeeringPair | Remove-PeeringPair");

        Assert.StartsWith("ConfirmationUnavailable,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(this.Writes());
    }

    [Fact]
    public void A_person_is_asked_once_per_pair_in_the_words_of_the_plan_and_No_keeps_it()
    {
        this.Session.Person.Answers.Enqueue("No");
        this.Session.Person.Answers.Enqueue("Yes");

        this.Session.Run("(Get-PeeringPair)[0..1] | Remove-PeeringPair").Clean();

        Assert.Equal(2, this.Session.Person.Questions.Count);
        Assert.All(this.Session.Person.Questions, question => Assert.Contains("DeletePeering", question, StringComparison.Ordinal));
        Assert.Equal(11, this.Pairs("Get-PeeringPair").Count);
    }

    [Fact]
    public void Objects_of_the_lab_are_refused_by_other_connections()
    {
        PSObject pair = this.Create();
        pair.Properties["Source"].Value = "ResourceManager";

        ScriptRun run = this.Session.Run("$args[0] | Remove-PeeringPair -Force", pair);

        Assert.StartsWith("LabObject,", run.SingleError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.NotNull(this.Read());
    }

    [Fact]
    public void Pairs_that_came_back_from_a_job_can_be_changed()
    {
        this.Create();
        string xml = PSSerializer.Serialize(this.Read(), 3);

        Assert.Single(this.Pairs("$args[0] | Sync-PeeringPair -PlanOnly", PSSerializer.Deserialize(xml)));
        this.Session.Run("$args[0] | Remove-PeeringPair -Force", PSSerializer.Deserialize(xml)).Clean();

        Assert.Null(this.Read());
    }
}
