using PeeringTools.Fakes;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>Preflight: locks by their kind, and rights as Azure evaluates them.</summary>
public sealed class PreflightRightsTests : IDisposable
{
    private readonly Bench _bench = new();

    private PeeringRequest New => _bench.Request(ChangeKind.New);

    public void Dispose()
    {
        Assert.Equal(0, _bench.Fake.Writes);
        _bench.Dispose();
    }

    [Fact]
    public void A_ReadOnlyLock_blocks_every_write_and_counts_from_above()
    {
        _bench.Fake.Locks.Add(new ManagementLock("freeze", "ReadOnly", ResourceId.ForResourceGroup(FakeArmNetwork.DefaultSubscription, "rg").Text));
        Assert.Equal([nameof(Errors.ReadOnlyLock), nameof(Errors.ReadOnlyLock)], _bench.Problems(New));
    }

    [Fact]
    public void A_DeleteLock_blocks_a_removal_and_only_warns_a_creation()
    {
        _bench.Fake.Locks.Add(new ManagementLock("keep", "CanNotDelete", _bench.Hub.Id.Text));
        ChangePlan create = _bench.PlanOne(New);
        Assert.Empty(create.Problems);
        Assert.Contains("could not be rolled back", Assert.Single(create.Warnings), StringComparison.Ordinal);
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        Assert.Equal([nameof(Errors.DeleteLock)], _bench.Problems(_bench.Request(ChangeKind.Remove)));
    }

    [Fact]
    public void MissingPermission_names_the_action_and_the_scope_where_Azure_checks_it()
    {
        _bench.Fake.Grant(_bench.Hub.Id, "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/*", "Microsoft.Network/virtualNetworks/peer/action");
        _bench.Fake.Grant(_bench.Spoke.Id, "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write");
        PeeringError problem = Assert.Single(_bench.PlanOne(New).Problems);
        Assert.Equal((nameof(Errors.MissingPermission), _bench.Spoke.Id.Text), (problem.Id, problem.TargetId));
        Assert.Contains("peer/action", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_needs_the_right_to_tag_and_goes_to_the_side_that_has_it()
    {
        _bench.Fake.Grant(_bench.Hub.Id, "Microsoft.Network/*");
        _bench.Fake.Grant(_bench.Spoke.Id, "Microsoft.Network/*");
        PeeringRequest request = New with { Record = new RecordWish { Owner = "net" } };
        Assert.Equal([nameof(Errors.MissingPermission)], _bench.Problems(request));
        _bench.Fake.Grant(_bench.Spoke.Id, "Microsoft.Resources/tags/write");
        ChangePlan plan = _bench.PlanOne(request);
        Assert.Empty(plan.Problems);
        Assert.Equal(_bench.Spoke.Id, plan.Steps[0].TargetId);
        Assert.Contains("goes to 'spoke' instead", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Rights_and_locks_that_cannot_be_read_are_said_to_be_unknown_and_block_nothing()
    {
        PeeringException denied = PeeringException.Of(nameof(Errors.AccessDenied), null, "x", "y");
        _bench.Fake.Fail("ListPermissions", "", denied);
        _bench.Fake.Fail("ListLocks", "", denied);
        ChangePlan plan = _bench.PlanOne(New);
        Assert.Empty(plan.Problems);
        Assert.Contains(plan.Warnings, warning => warning.Contains("unknown", StringComparison.Ordinal));
        Assert.Contains(plan.Warnings, warning => warning.Contains("locks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("Microsoft.Network/*", true)]
    [InlineData("microsoft.network/virtualnetworks/*/WRITE", true)]
    [InlineData("Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write", true)]
    [InlineData("*/write", true)]
    [InlineData("*/read", false)]
    [InlineData("Microsoft.Network/virtualNetworks/write", false)]
    [InlineData("Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write*/write", false)]
    [InlineData("Microsoft.Compute/*", false)]
    public void Actions_are_matched_with_their_stars(string pattern, bool allowed) =>
        Assert.Equal(allowed, NetworkRights.Matches(pattern, PermissionNeeds.PeeringWrite));

    [Fact]
    public void A_notAction_takes_away_only_what_its_own_entry_gives()
    {
        PermissionEntry reader = new(["*"], ["*/write"]);
        Assert.False(new NetworkRights([reader], null).Allows(PermissionNeeds.PeeringWrite));
        Assert.True(new NetworkRights([reader, new PermissionEntry(["Microsoft.Network/*"], [])], null).Allows(PermissionNeeds.PeeringWrite));
        Assert.False(new NetworkRights([], null).Allows(PermissionNeeds.PeeringWrite));
        Assert.Null(NetworkRights.NotRead.Allows(PermissionNeeds.PeeringWrite));
    }
}
