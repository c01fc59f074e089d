using System.Management.Automation;
using PeeringTools.Tests.Engine;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Changes;

/// <summary>Remove-ExpiredPeering in a real engine, on a lab where one of two bridges has been overdue since 2024.</summary>
public sealed class RemoveExpiredTests : LabTest
{
    private const string Overdue = "CHG0038110";

    private readonly string _receipts = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");

    public RemoveExpiredTests() => this.Start("Migration");

    public static TheoryData<string> Calls => [
        "Remove-ExpiredPeering",
        "Remove-ExpiredPeering -ResourceGroupName rg-legacy-network -Grace 30d",
        "Remove-ExpiredPeering -SubscriptionId (Get-PeeringPair -Expired).Local.SubscriptionId -Force",
        "Get-PeeringPair | Remove-ExpiredPeering -Grace 0:0 -ReceiptPath $args[0]",
        "Remove-ExpiredPeering -DisableOnly -TimeBudget 1h -ThrottleLimit 2 -TimeoutSeconds 60 -ReceiptPath $args[0]",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void WhatIf_writes_nothing_and_says_what_it_would_do(string call)
    {
        ScriptRun run = Session.Show(call + " -WhatIf", _receipts);

        Assert.Empty(run.Clean());
        Assert.Contains("What if: ", run.Text, StringComparison.Ordinal);
        this.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void PlanOnly_writes_nothing_and_returns_the_plan_of_the_one_expired_pair(string call)
    {
        PSObject plan = Assert.Single(this.Pairs(call + " -PlanOnly", _receipts));

        Assert.Contains("PeeringTools.PeeringChangePlan", plan.TypeNames);
        this.AssertUntouched();
    }

    [Fact]
    public void Both_sides_go_with_one_receipt_and_a_second_run_has_nothing_to_do()
    {
        PSObject removal = Assert.Single(this.Pairs("Remove-ExpiredPeering -Force -PassThru -ReceiptPath $args[0] -ChangeReference R1", _receipts));

        Assert.Contains("PeeringTools.PeeringRemoval", removal.TypeNames);
        Assert.Equal(Overdue, removal.Properties["Ticket"].Value);
        Assert.Equal(2, File.ReadAllLines(_receipts).Length);
        Assert.Empty(this.Pairs("Get-PeeringPair -Ticket $args[0]", Overdue));
        int writes = this.Writes();
        Assert.Empty(this.Pairs("Remove-ExpiredPeering -Force -PassThru -ReceiptPath $args[0]", _receipts));
        Assert.Equal(writes, this.Writes());
    }

    [Fact]
    public void DisableOnly_returns_the_parked_pair()
    {
        PSObject pair = Assert.Single(this.Pairs("Remove-ExpiredPeering -DisableOnly -Force -PassThru -WarningAction Ignore"));

        Assert.Equal(Overdue, pair.Properties["Ticket"].Value);
        Assert.Equal("False", Session.Run("(Get-PeeringPair -Ticket $args[0]).Local.AllowVirtualNetworkAccess", Overdue).Single().ToString());
    }

    [Fact]
    public void A_pipeline_that_brings_nothing_does_not_mean_everything()
    {
        Assert.Empty(this.Pairs("@() | Remove-ExpiredPeering -Force -PassThru"));
        this.AssertUntouched();
    }

    [Fact]
    public void More_than_the_brake_allows_ends_the_command_even_with_Force()
    {
        string id = Session.Run("try { Remove-ExpiredPeering -Force -MaximumRemoval 0; 'ran on' } catch { $_.FullyQualifiedErrorId }").Output.Single().ToString();

        Assert.StartsWith("TooManyExpired", id, StringComparison.Ordinal);
        this.AssertUntouched();
    }

    [Fact]
    public void When_the_time_is_spent_what_remains_is_said()
    {
        string[] warnings = [.. this.Pairs("Remove-ExpiredPeering -Force -TimeBudget ([timespan]::FromTicks(1)) -WarningAction SilentlyContinue -WarningVariable said; $said").Select(line => line.ToString())];

        Assert.Contains("1 of 1 pairs were not begun", Assert.Single(warnings), StringComparison.Ordinal);
        this.AssertUntouched();
    }

    [Fact]
    public void Where_nobody_can_answer_a_question_it_fails_before_the_first_write()
    {
        ShellProcess run = ShellProcess.RunCommand("""
            Start-PeeringLab -Estate Migration
            try { Remove-ExpiredPeering } catch { $_.FullyQualifiedErrorId -replace ',.*' }
            @((Get-PeeringLab).Requests | Where-Object Method -ne GET).Count
            """);

        Assert.Equal(["ConfirmationUnavailable", "0"], run.Clean());
    }

    private int Writes() => this.Requests().Count(request => !request.StartsWith("GET ", StringComparison.Ordinal));

    private void AssertUntouched()
    {
        Assert.Equal(0, this.Writes());
        Assert.False(File.Exists(_receipts));
    }
}
