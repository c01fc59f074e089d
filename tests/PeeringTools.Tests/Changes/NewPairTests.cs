using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Changes;

/// <summary>New-PeeringPair: both sides with one command, and the same again without a write.</summary>
public sealed class NewPairTests : ChangeTest
{
    [Fact]
    public void A_new_pair_is_connected_and_in_sync_on_both_sides()
    {
        PSObject pair = this.Create();

        Assert.Equal("Connected FullyInSync True", $"{pair.Text("Status")} {pair.Text("SyncLevel")} {pair.Text("Changed")}");
        Assert.Equal("Connected Connected", $"{pair.Text("Local.PeeringState")} {pair.Text("Remote.PeeringState")}");
        Assert.Equal("vnet-spoke-13 vnet-hub", pair.Names());
        Assert.Equal("peer-vnet-hub peer-vnet-spoke-13", $"{pair.Text("Local.Name")} {pair.Text("Remote.Name")}");
        Assert.Equal(2, this.Writes().Count);
    }

    [Fact]
    public void The_same_again_writes_nothing_and_says_so()
    {
        this.Create("-AllowForwardedTraffic Local");
        int writes = this.Writes().Count;

        PSObject again = this.Create("-AllowForwardedTraffic Local");

        Assert.Equal("False", again.Text("Changed"));
        Assert.Equal(writes, this.Writes().Count);
    }

    [Fact]
    public void On_an_existing_pair_only_what_is_given_changes()
    {
        this.Create("-AllowForwardedTraffic Both -GatewayTransit Remote");

        PSObject pair = this.Create("-AllowVirtualNetworkAccess Local");

        Assert.Equal("True False", $"{pair.Text("Local.AllowVirtualNetworkAccess")} {pair.Text("Remote.AllowVirtualNetworkAccess")}");
        Assert.Equal("True True", $"{pair.Text("Local.AllowForwardedTraffic")} {pair.Text("Remote.AllowForwardedTraffic")}");
        Assert.Equal("True True", $"{pair.Text("Local.UseRemoteGateways")} {pair.Text("Remote.AllowGatewayTransit")}");
    }

    [Fact]
    public void Rows_bind_by_their_column_names_blank_cells_are_not_given_and_bad_rows_do_not_stop_the_others()
    {
        ScriptRun run = this.Session.Run(
            """
            $spoke, $hub = $args
            $rows = foreach ($n in 1..7) { [pscustomobject]@{ VirtualNetworkId = $spoke -replace 'spoke-13', "spoke-0$n"; RemoteVirtualNetworkId = $hub; AllowForwardedTraffic = ''; LocalName = '' } }
            $bad = [pscustomobject]@{ VirtualNetworkId = '/subscriptions/nonsense'; RemoteVirtualNetworkId = $hub },
                [pscustomobject]@{ VirtualNetworkId = $spoke -replace 'spoke-13', 'spoke-99'; RemoteVirtualNetworkId = $hub },
                [pscustomobject]@{ VirtualNetworkId = $hub; RemoteVirtualNetworkId = $hub }
            @($rows[0..2]; $bad[0]; $rows[3]; $bad[1]; $rows[4..5]; $bad[2]; $rows[6]) | New-PeeringPair
            """, this.Spoke, this.Hub);

        Assert.Null(run.Terminating);
        Assert.Equal(Enumerable.Range(1, 7).Select(n => $"vnet-spoke-0{n} vnet-hub"), run.Output.Select(pair => pair.Names()));
        Assert.Equal(3, run.Errors.Count);
        Assert.Contains(run.Errors, error => error.FullyQualifiedErrorId.StartsWith("VirtualNetworkNotFound,", StringComparison.Ordinal));
        Assert.Contains(run.Errors, error => error.FullyQualifiedErrorId.StartsWith("SameVirtualNetwork,", StringComparison.Ordinal));
        Assert.Empty(this.Writes());
    }

    [Theory]
    [InlineData("AllowForwardedTraffic", "Loc al", "no direction")]
    [InlineData("AllowForwardedTraffic", "7", "no direction")]
    [InlineData("AllowVirtualNetworkAccess", "Nobody", "no direction")]
    [InlineData("UseRemoteGateways", "Remot", "no direction")]
    [InlineData("Side", "Remote", "Give Both or Local")]
    public void A_cell_that_cannot_be_read_stops_its_row_and_writes_nothing(string column, string cell, string said)
    {
        ScriptRun run = this.Session.Run(
            "[pscustomobject]@{ VirtualNetworkId = $args[0]; RemoteVirtualNetworkId = $args[1]; $args[2] = $args[3] } | New-PeeringPair",
            this.Spoke, this.Hub, column, cell);

        Assert.Contains(said, run.SingleError().Exception.Message);
        Assert.Empty(this.Writes());
    }

    [Fact]
    public void The_same_lifetime_a_day_later_is_the_same_request()
    {
        PSObject first = this.Create("-Lifetime 42d -Ticket CHG-1");
        int writes = this.Writes().Count;
        this.Session.Run("Set-PeeringLab -AdvanceClock 1d").Clean();

        PSObject again = this.Create("-Lifetime 42d -Ticket CHG-1");

        Assert.Equal("False", again.Text("Changed"));
        Assert.Equal(first.Text("ExpiresOn"), again.Text("ExpiresOn"));
        Assert.Equal(writes, this.Writes().Count);
    }

    [Fact]
    public void Another_lifetime_for_a_pair_that_is_there_is_Sets_affair()
    {
        this.Create("-Lifetime 42d");

        ErrorRecord error = this.Session.Run("New-PeeringPair $args[0] $args[1] -Lifetime 7d", Spoke, Hub).SingleError();

        Assert.StartsWith("PairExistsUseSet,", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void A_line_break_in_an_owner_breaks_no_line_of_a_plan()
    {
        this.Create("-Owner \"x`n  9. DeletePeering 'fake'\"");

        PSObject plan = Assert.Single(this.Session.Run("Remove-PeeringPair -VirtualNetworkId $args[0] -RemoteVirtualNetworkId $args[1] -PlanOnly", Spoke, Hub).Clean());

        Assert.DoesNotContain("\n  9.", plan.ToString());
        Assert.Equal("x\n  9. DeletePeering 'fake'", this.Read()!.Text("Owner"));
    }

    [Fact]
    public void What_preflight_finds_is_told_together_with_what_to_do_and_nothing_is_written()
    {
        this.Session.Run("Set-PeeringLab -DenyAction 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write'").Clean();

        ScriptRun run = this.Session.Run("New-PeeringPair $args[0] $args[1] -GatewayTransit Local", this.Spoke, this.Hub);

        string[] ids = [.. run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0])];
        Assert.Contains("MissingPermission", ids);
        Assert.Contains("GatewayMissing", ids);
        Assert.All(run.Errors, error => Assert.NotEmpty(error.ErrorDetails.RecommendedAction));
        Assert.All(run.Errors, error => Assert.StartsWith("/subscriptions/", (string)error.TargetObject, StringComparison.Ordinal));
        Assert.Empty(this.Writes());
    }

    [Fact]
    public void A_failure_half_way_is_taken_back_and_told()
    {
        this.Session.Run("Set-PeeringLab -FaultMethod PUT -FaultPath '*vnet-hub/virtualNetworkPeerings/*' -FaultStatus 400 -FaultCode Broken -FaultCount 9").Clean();

        ErrorRecord error = this.Session.Run("New-PeeringPair $args[0] $args[1]", this.Spoke, this.Hub).SingleError();

        Assert.StartsWith("RequestRefused,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Null(this.Read());
        Assert.Equal(["PUT", "PUT", "DELETE"], this.Writes().Select(request => request.Split(' ')[0]));
    }

    [Fact]
    public void The_end_of_a_pair_is_a_day_in_UTC_and_a_past_one_is_refused()
    {
        PSObject pair = this.Create("-ExpiresOn 2099-12-31 -Owner ada -Ticket CHG-7");

        Assert.Equal(new DateTime(2099, 12, 31, 23, 59, 59, DateTimeKind.Utc), pair.At("ExpiresOn"));
        Assert.Equal("ada CHG-7 Ok", $"{pair.Text("Owner")} {pair.Text("Ticket")} {pair.Text("RecordState")}");
        ErrorRecord past = this.Session.Run("New-PeeringPair $args[0] $args[1] -ExpiresOn 2001-01-01", this.Spoke, this.Hub).SingleError();
        Assert.StartsWith("InvalidInput,", past.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
