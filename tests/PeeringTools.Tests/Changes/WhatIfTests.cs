using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Changes;

/// <summary>-WhatIf and -PlanOnly of every command that writes: nothing but reads leaves.</summary>
public sealed class WhatIfTests : ChangeTest
{
    /// <summary>Every writing command in every parameter set; $pair is a pair, $hub and $spoke its networks, $new has no peering.</summary>
    public static TheoryData<string> Calls => [
        "New-PeeringPair $new $hub",
        "New-PeeringPair $new $hub -Lifetime 30d -Owner me -Ticket T1 -GatewayTransit Remote",
        "New-PeeringPair $spoke $hub -AllowForwardedTraffic Both",
        "$pair | Set-PeeringPair -AllowForwardedTraffic Both",
        "Set-PeeringPair -VirtualNetworkId $spoke -RemoteVirtualNetworkId $hub -AllowForwardedTraffic None",
        "$pair | Set-PeeringPair -Disabled",
        "$pair | Set-PeeringPair -Owner you",
        "$resized | Sync-PeeringPair",
        "Sync-PeeringPair -VirtualNetworkId $hub",
        "Sync-PeeringPair -VirtualNetworkId $hub -RemoteVirtualNetworkId $third",
        "$broken | Repair-PeeringPair -AllowVirtualNetworkAccess Both -AllowForwardedTraffic None -GatewayTransit None",
        "Repair-PeeringPair -VirtualNetworkId $half -RemoteVirtualNetworkId $hub -AllowVirtualNetworkAccess Both -AllowForwardedTraffic None -GatewayTransit None",
        "$pair | Remove-PeeringPair",
        "Remove-PeeringPair -VirtualNetworkId $spoke -RemoteVirtualNetworkId $hub",
        "$pair | Remove-PeeringPair -Force",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void WhatIf_writes_nothing_and_says_what_it_would_do(string call)
    {
        ScriptRun run = this.RunOn(call + " -WhatIf", this.Session.Show);

        Assert.Empty(run.Clean());
        Assert.Contains("What if: ", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void PlanOnly_writes_nothing_and_returns_the_plan(string call)
    {
        ScriptRun run = this.RunOn(call + " -PlanOnly", this.Session.Run);

        Assert.All(run.Clean(), plan => Assert.Contains("PeeringTools.PeeringChangePlan", plan.TypeNames));
        Assert.Contains(run.Output, plan => ((Array)plan.Properties["Steps"].Value).Length > 0);
    }

    [Fact]
    public void What_is_to_be_known_of_a_plan_is_said_once()
    {
        ScriptRun run = this.RunOn("$pair | Set-PeeringPair -Disabled -WhatIf", this.Session.Show);

        Assert.Contains("no security boundary", run.Text, StringComparison.Ordinal);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void WhatIfPreference_counts_even_with_Force()
    {
        ScriptRun run = this.RunOn("$WhatIfPreference = $true; $pair | Remove-PeeringPair -Force", this.Session.Show);

        Assert.Contains("What if: ", run.Text, StringComparison.Ordinal);
    }

    /// <summary>Brings about what the call is for, runs it, and checks that only reads left.</summary>
    private ScriptRun RunOn(string call, Func<string, object?[], ScriptRun> engine)
    {
        if (call.Contains("Repair-", StringComparison.Ordinal)) this.BreakSecondSpoke();
        if (call.Contains("Sync-", StringComparison.Ordinal)) this.Resize(this.Spoke.Replace("spoke-13", "spoke-03", StringComparison.Ordinal));
        int before = this.Writes().Count;
        ScriptRun run = engine(
            """
            $new, $hub, $call = $args
            $spoke = $new -replace 'spoke-13', 'spoke-01'
            $half = $new -replace 'spoke-13', 'spoke-02'
            $third = $new -replace 'spoke-13', 'spoke-03'
            $pair = Get-PeeringPair $spoke
            $resized = Get-PeeringPair $third
            $broken = Get-PeeringPair $hub -Status Disconnected
            . ([scriptblock]::Create($call))
            """, [this.Spoke, this.Hub, call]);
        Assert.Equal(before, this.Writes().Count);
        return run;
    }

    private void BreakSecondSpoke() => this.Session.Run(
        """
        $side = (Get-PeeringPair ($args[0] -replace 'spoke-13', 'spoke-02')).Local
        $null = Invoke-PeeringLabRequest -Method DELETE -Path "$($side.Id)?api-version=2024-05-01"
        """, this.Spoke).Clean();

    private void Resize(string network) => this.Session.Run(
        """
        $body = (Invoke-PeeringLabRequest "$($args[0])?api-version=2024-05-01").Body
        $at = $body.IndexOf('"addressPrefixes":[') + 19
        $null = Invoke-PeeringLabRequest -Method PUT -Path "$($args[0])?api-version=2024-05-01" -Body $body.Insert($at, '"10.250.0.0/16",')
        """, network).Clean();
}
