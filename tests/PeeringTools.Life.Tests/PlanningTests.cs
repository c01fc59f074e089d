namespace PeeringTools.Life.Tests;

/// <summary>-WhatIf and -PlanOnly end after the planning: it may read what it likes and writes nothing.</summary>
public sealed class PlanningTests
{
    private static readonly RecordWish Record = new() { Owner = "net", Ticket = "T-1" };

    public static TheoryData<string> Commands() =>
    [
        .. Enum.GetNames<ChangeKind>(),
        "New with record", "Set park", "Set restore", "Set record", "Repair recreate", "New local", "Set local", "Sync local", "Repair local", "Remove local",
        "New skipping preflight", "Remove managed",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Planning_writes_nothing(string command)
    {
        using World world = new();
        PeeringRequest request = RequestOf(world, command);
        world.Forget();
        IReadOnlyList<ChangePlan> plans = world.Plan(request);
        PeeringChangePlan shown = Assert.Single(plans).ToOutput();
        Assert.NotEmpty(shown.Steps);
        Assert.All(shown.Steps, step => Assert.NotEmpty(step.Changes));
        Assert.Equal(0, world.Lab.Ledger.Writes);
        Assert.NotEmpty(world.Lab.Ledger.Requests);
    }

    private static PeeringRequest RequestOf(World world, string command)
    {
        string[] words = command.Split(' ');
        PeeringRequest request = world.Request(Enum.Parse<ChangeKind>(words[0])) with
        {
            Record = command.EndsWith("record", StringComparison.Ordinal) ? Record : new RecordWish(),
            Parking = command.EndsWith("park", StringComparison.Ordinal) ? Parking.Park : command.EndsWith("restore", StringComparison.Ordinal) ? Parking.Restore : Parking.None,
            Scope = command.EndsWith("local", StringComparison.Ordinal) ? SideScope.Local : SideScope.Both,
            Recreate = command.EndsWith("recreate", StringComparison.Ordinal),
            SkipPreflight = command.EndsWith("preflight", StringComparison.Ordinal),
            IncludeManaged = command.EndsWith("managed", StringComparison.Ordinal),
            Flags = words[0] is "Set" or "Repair" ? new PairFlags { AllowForwardedTraffic = PeeringDirection.Both, AllowVirtualNetworkAccess = PeeringDirection.Both, AllowGatewayTransit = PeeringDirection.None } : new PairFlags(),
        };
        if (words[0] != "New") world.Pair(world.Hub, world.Spoke);
        if (words[0] == "Sync") world.Resize(world.Spoke, "10.1.0.0/16", "10.2.0.0/16");
        if (words[0] == "Repair") world.Drop(world.Spoke, world.Hub);
        return request;
    }
}
