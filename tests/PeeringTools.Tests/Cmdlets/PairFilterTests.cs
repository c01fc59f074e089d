using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>Each filter of Get-PeeringPair, over an estate with one of every trouble.</summary>
public sealed class PairFilterTests : LabTest
{
    [Theory]
    [InlineData("-Status Initiated", "vnet-onesided")]
    [InlineData("-Status initiated, disconnected", "vnet-disconnected vnet-onesided")]
    [InlineData("-Status RemoteNotVisible", "vnet-crosstenant vnet-lostsubscription")]
    [InlineData("-Orphaned", "vnet-disconnected vnet-orphan")]
    [InlineData("-OutOfSync", "vnet-resized")]
    [InlineData("-Expired", "vnet-recordexpired")]
    [InlineData("-Expired -Owner hana*", "vnet-recordexpired")]
    [InlineData("-Expired -Owner finn*", "")]
    [InlineData("-Ticket chg0050004", "vnet-recordexpired")]
    [InlineData("-Name vnet-h?althy", "vnet-healthy")]
    [InlineData("-Name peer-vnet-healthy", "vnet-healthy")]
    [InlineData("-Global", "")]
    public void Lets_through_what_it_says(string filter, string expected)
    {
        Start("Broken");

        IEnumerable<string> spokes = Pairs($"Get-PeeringPair {filter}")
            .SelectMany(pair => pair.Names().Split(' '))
            .Where(name => name is not ("vnet-hub" or "vnet-deleted" or "vnet-partner" or "vnet-nowhere"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, string.Join(' ', spokes));
    }

    [Fact]
    public void CrossTenant_finds_pairs_of_two_tenants_once_both_are_seen()
    {
        Start("Broken");
        Session.Run("$null = Set-PeeringLab -Tenant ((Get-PeeringLab).Tenants + (Get-PeeringPair -Name vnet-crosstenant).Remote.TenantId)");

        Assert.All(Pairs("Get-PeeringPair -CrossTenant"), pair => Assert.Equal(true, pair.At("IsCrossTenant")));
    }

    [Theory]
    [InlineData("30d")]
    [InlineData("720h")]
    [InlineData("'30d'")]
    [InlineData("P30D")]
    [InlineData("([timespan]::FromDays(30))")]
    public void ExpiringWithin_looks_ahead_on_the_clock_of_the_lab(string span)
    {
        Start("Migration");
        Assert.Empty(Pairs($"Get-PeeringPair -ExpiringWithin {span}"));
        Session.Run("$lab = Get-PeeringLab; Set-PeeringLab -AdvanceClock ([DateTimeOffset]'2099-06-15' - $lab.Now)").Clean();

        Assert.Equal("CHG0041873", Assert.Single(Pairs($"Get-PeeringPair -ExpiringWithin {span}")).Text("Ticket"));
    }

    [Theory]
    [InlineData("30", "no unit")]
    [InlineData("soon", "soon")]
    [InlineData("'-1.00:00:00'", "longer than nothing")]
    public void A_span_without_a_unit_is_refused(string span, string why)
    {
        Start("Empty");

        ErrorRecord error = Session.Run($"Get-PeeringPair -ExpiringWithin {span}").SingleError();

        Assert.Contains(why, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_that_does_not_exist_is_refused_with_those_that_do()
    {
        Start("Empty");

        ScriptRun run = Session.Run("Get-PeeringPair -Status Broken");

        Assert.Contains("RemoteGone", run.SingleError().ToString(), StringComparison.Ordinal);
    }
}
