namespace PeeringTools.Life.Tests;

/// <summary>What stands in the way of a change is found before it: locks by their kind, missing rights, foreign owners.</summary>
public sealed class RightsTests
{
    private const string PeeringWrite = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write";

    [Theory]
    [InlineData("network")]
    [InlineData("group")]
    [InlineData("subscription")]
    public void A_ReadOnly_lock_stops_everything(string where)
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        world.Lock(Scope(world, where), "ReadOnly");
        world.Forget();
        Assert.All(world.Problems(world.Request(ChangeKind.Remove)), id => Assert.Equal(nameof(Errors.ReadOnlyLock), id));
        Assert.Contains(nameof(Errors.ReadOnlyLock), world.Problems(world.Request(ChangeKind.Set) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Both } }));
        Assert.Equal(0, world.Lab.Ledger.Writes);
        // Nothing to write, nothing to forbid.
        Assert.Empty(world.Problems(world.Request(ChangeKind.New)));
    }

    [Fact]
    public void A_delete_lock_stops_a_removal_and_is_a_warning_for_a_new_pair()
    {
        using World world = new();
        world.Lock(world.Spoke.Text, "CanNotDelete");
        ChangeOutcome made = world.Do(world.Request(ChangeKind.New));
        Assert.Empty(made.Errors);
        Assert.Contains(made.Plan.Warnings, line => line.Contains("keep", StringComparison.Ordinal));
        world.Forget();
        Assert.Equal([nameof(Errors.DeleteLock)], world.Do(world.Request(ChangeKind.Remove)).Errors.Select(error => error.Id));
        Assert.Equal(0, world.Lab.Ledger.Writes);
        Assert.Empty(world.Do(world.Request(ChangeKind.Set) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Both } }).Errors);
    }

    [Fact]
    public void A_delete_lock_makes_a_failed_New_stay_half_made_and_said()
    {
        using World world = new();
        world.Lock(world.Hub.Text, "CanNotDelete");
        world.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/spoke/virtualNetworkPeerings/*", Status = System.Net.HttpStatusCode.BadRequest, Code = "SomethingOdd" });
        PeeringError error = Assert.Single(world.Do(world.Request(ChangeKind.New)).Errors);
        Assert.Equal(nameof(Errors.PeeringHalfMade), error.Id);
        Assert.Contains("Could not take back", error.Message, StringComparison.Ordinal);
        Assert.Equal("Initiated/RemoteNotInSync", world.State(world.Hub, world.Spoke));
    }

    [Fact]
    public void A_lock_on_one_peering_stops_its_removal_before_its_counterpart_is_touched()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        world.Pair(world.Hub, world.Add("third", "10.2.0.0/16"));
        world.Lock((string)world.Side(world.Spoke, world.Hub)!["id"]!, "CanNotDelete");
        world.Forget();
        Assert.Equal([nameof(Errors.DeleteLock)], world.Do(world.Request(ChangeKind.Remove)).Errors.Select(error => error.Id));
        Assert.Equal(0, world.Lab.Ledger.Writes);
        Assert.Empty(world.Do(world.Request(ChangeKind.Remove, remote: ResourceId.Parse($"{world.Group}/providers/Microsoft.Network/virtualNetworks/third"))).Errors);
    }

    [Fact]
    public void Every_missing_right_is_named_with_its_network_before_any_write()
    {
        using World world = new();
        _ = world.Caller.Deny(world.Spoke.Text, PeeringWrite).Deny(world.Hub.Text, "*/peer/action", "Microsoft.Resources/tags/*").Deny(world.Spoke.Text, "Microsoft.Resources/tags/*");
        world.Forget();
        IReadOnlyList<PeeringError> errors = world.Do(world.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net" } }).Errors;
        Assert.All(errors, error => Assert.Equal(nameof(Errors.MissingPermission), error.Id));
        Assert.Contains(errors, error => error.Message.Contains(PeeringWrite, StringComparison.Ordinal) && error.TargetId == world.Spoke.Text);
        Assert.Contains(errors, error => error.Message.Contains("peer/action", StringComparison.Ordinal) && error.TargetId == world.Hub.Text);
        Assert.Contains(errors, error => error.Message.Contains("Microsoft.Resources/tags/write", StringComparison.Ordinal));
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }

    [Fact]
    public void A_role_with_wildcards_and_notActions_is_read_as_Azure_reads_it()
    {
        using World world = new();
        string subscription = "/subscriptions/" + world.Lab.Subscriptions[0].SubscriptionId;
        _ = world.Caller.Revoke(subscription).Grant(subscription, new LabRole("Networker", ["Microsoft.Network/*", "*/read"], ["Microsoft.Network/virtualNetworks/*/write"]));
        Assert.Equal([nameof(Errors.MissingPermission), nameof(Errors.MissingPermission)], world.Problems(world.Request(ChangeKind.New)));
        // NotActions take away from their own role only: a second role gives it back.
        _ = world.Caller.Grant(world.Group, new LabRole("Peerer", ["Microsoft.Network/virtualNetworks/virtualNetworkPeerings/*"], []));
        Assert.Empty(world.Do(world.Request(ChangeKind.New)).Errors);
    }

    [Fact]
    public void Rights_and_locks_that_cannot_be_read_are_said_to_be_unknown_and_forbid_nothing()
    {
        using World world = new();
        world.Lab.AddFault(new LabFault { Method = "GET", Path = "*/Microsoft.Authorization/*", Times = null, Status = System.Net.HttpStatusCode.Forbidden, Code = "AuthorizationFailed" });
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.New));
        Assert.Empty(outcome.Errors);
        Assert.Contains(outcome.Plan.Warnings, line => line.Contains(PeeringWrite, StringComparison.Ordinal) && line.Contains("unknown", StringComparison.Ordinal));
        Assert.Contains(outcome.Plan.Warnings, line => line.Contains("ocks", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_said_of_rights_on_a_network_that_does_not_exist()
    {
        using World world = new();
        ChangePlan plan = world.Plan(world.Request(ChangeKind.New, remote: ResourceId.Parse($"{world.Group}/providers/Microsoft.Network/virtualNetworks/nowhere")))[0];
        Assert.Equal([nameof(Errors.VirtualNetworkNotFound)], plan.Problems.Select(problem => problem.Id));
        Assert.Empty(plan.Warnings);
    }

    [Theory]
    [InlineData("ANM_0123")]
    [InlineData("RemoteVnetToHubPeering_0123")]
    public void What_a_service_made_is_changed_by_that_service(string name)
    {
        using World world = new();
        world.Half(world.Hub, world.Spoke, name: name);
        world.Half(world.Spoke, world.Hub);
        world.Forget();
        Assert.Equal([nameof(Errors.ManagedPeering)], world.Do(world.Request(ChangeKind.Remove)).Errors.Select(error => error.Id));
        Assert.Equal([nameof(Errors.ManagedPeering)], world.Problems(world.Request(ChangeKind.Set) with { SkipPreflight = true, Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Both } }));
        Assert.Equal(0, world.Lab.Ledger.Writes);
        Assert.Empty(world.Do(world.Request(ChangeKind.Remove) with { IncludeManaged = true }).Errors);
    }

    private static string Scope(World world, string where) => where switch
    {
        "network" => world.Spoke.Text,
        "group" => world.Group,
        _ => world.Group[..world.Group.IndexOf("/resourceGroups", StringComparison.Ordinal)],
    };
}
