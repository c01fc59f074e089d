using PeeringTools.Fakes;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

public sealed class PreflightTests : IDisposable
{
    private readonly Bench _bench = new();

    private PeeringRequest New => _bench.Request(ChangeKind.New);

    public void Dispose()
    {
        Assert.Equal(0, _bench.Fake.Writes);
        _bench.Dispose();
    }

    [Fact]
    public void A_healthy_request_has_no_problem_and_no_warning()
    {
        ChangePlan plan = _bench.PlanOne(New);
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Warnings);
    }

    [Fact]
    public void All_problems_are_reported_together_each_with_a_code_and_a_cure()
    {
        _bench.Spoke.Prefixes[0] = "10.0.128.0/17";
        _bench.Spoke.ProvisioningState = "Failed";
        _bench.Fake.Locks.Add(new ManagementLock("keep", "ReadOnly", _bench.Hub.Id.Text));
        _bench.Fake.Grant(_bench.Hub.Id, "*");
        ChangePlan plan = _bench.PlanOne(New with { Flags = new PairFlags().WithGatewayTransit(PeeringDirection.Local) });
        Assert.Equal(
            ["AddressSpaceOverlap", "GatewayMissing", "MissingPermission", "MissingPermission", "ProvisioningNotSucceeded", "ReadOnlyLock"],
            plan.Problems.Select(problem => problem.Id).Order());
        Assert.All(plan.Problems, problem => Assert.NotEmpty(problem.Action));
        ChangeOutcome outcome = _bench.Execute([plan])[0];
        Assert.Equal(plan.Problems, outcome.Errors);
    }

    [Fact]
    public void SameVirtualNetwork() =>
        Assert.Equal([nameof(Errors.SameVirtualNetwork)], _bench.Problems(_bench.Request(ChangeKind.New, _bench.Hub, _bench.Hub)));

    [Fact]
    public void VirtualNetworkNotFound()
    {
        PeeringRequest request = New with { RemoteId = ResourceId.ForVirtualNetwork(FakeArmNetwork.DefaultSubscription, "rg", "nowhere") };
        Assert.Equal([nameof(Errors.VirtualNetworkNotFound)], _bench.Problems(request));
    }

    [Theory]
    [InlineData(nameof(ChangeKind.New))]
    [InlineData(nameof(ChangeKind.Set))]
    [InlineData(nameof(ChangeKind.Sync))]
    [InlineData(nameof(ChangeKind.Repair))]
    public void RemoteGone_is_Removes_to_clear_away_and_the_only_problem(string kind)
    {
        FakeNetwork gone = _bench.Fake.Add("gone", "10.8.0.0/16");
        _bench.Fake.PeerHalf(_bench.Hub, gone).PeeringState = "Disconnected";
        _bench.Fake.Remove(gone);

        PeeringRequest request = _bench.Request(Enum.Parse<ChangeKind>(kind), _bench.Hub, gone) with
        {
            Flags = new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Both, AllowForwardedTraffic = PeeringDirection.None }.WithGatewayTransit(PeeringDirection.None),
        };
        ChangePlan plan = _bench.PlanOne(request);

        PeeringError problem = Assert.Single(plan.Problems);
        Assert.Equal(nameof(Errors.RemoteGone), problem.Id);
        Assert.Contains("Remove-PeeringPair", problem.Action, StringComparison.Ordinal);
        Assert.Contains("'hub'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RemoteNotVisible()
    {
        FakeNetwork far = _bench.Fake.Add("far", "10.9.0.0/16", subscription: "00000000-0000-0000-0000-0000000000ff");
        _bench.Fake.Hide("00000000-0000-0000-0000-0000000000ff");
        Assert.Equal([nameof(Errors.RemoteNotVisible)], _bench.Problems(_bench.Request(ChangeKind.New, _bench.Hub, far) with { SkipPreflight = true }));
        ChangePlan half = _bench.PlanOne(_bench.Request(ChangeKind.New, _bench.Hub, far) with { Scope = SideScope.Local });
        Assert.Empty(half.Problems);
        Assert.Single(half.Steps);
        Assert.Contains(half.Warnings, warning => warning.Contains("cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public void AddressSpaceOverlap_names_both_prefixes()
    {
        _bench.Spoke.Prefixes.Add("10.0.4.0/24");
        PeeringError problem = Assert.Single(_bench.PlanOne(New).Problems);
        Assert.Equal(nameof(Errors.AddressSpaceOverlap), problem.Id);
        Assert.Contains("10.0.0.0/16 - 10.0.4.0/24", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddressSpaceOverlapThroughPeer_is_found_on_both_sides(bool atHub)
    {
        FakeNetwork third = _bench.Fake.Add("third", atHub ? "10.1.7.0/24" : "10.0.7.0/24");
        _bench.Fake.Peer(atHub ? _bench.Hub : _bench.Spoke, third);
        PeeringError problem = Assert.Single(_bench.PlanOne(New).Problems);
        Assert.Equal(nameof(Errors.AddressSpaceOverlapThroughPeer), problem.Id);
        Assert.Contains("'third'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leftover_that_is_Disconnected_still_overlaps()
    {
        FakeNetwork third = _bench.Fake.Add("third", "10.1.7.0/24");
        _bench.Fake.Peer(_bench.Hub, third);
        _bench.Fake.Remove(third);
        Assert.Equal([nameof(Errors.AddressSpaceOverlapThroughPeer)], _bench.Problems(New));
    }

    [Fact]
    public void A_hub_with_500_spokes_is_checked_to_its_last_spoke()
    {
        for (int i = 0; i < 499; i++)
        {
            FakeNetwork spoke = _bench.Fake.Add($"s{i}", $"172.{16 + (i / 256)}.{i % 256}.0/24");
            _ = _bench.Fake.PeerHalf(_bench.Hub, spoke);
        }

        Assert.Empty(_bench.Problems(New));
        FakeNetwork beneathTheLast = _bench.Fake.Add("late", "172.17.242.0/25");
        PeeringError found = Assert.Single(
            _bench.PlanOne(_bench.Request(ChangeKind.New, _bench.Hub, beneathTheLast)).Problems,
            error => error.Id == nameof(Errors.AddressSpaceOverlapThroughPeer));
        Assert.Contains("s498", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PeeringLimitReached_counts_the_runs_own_rows()
    {
        for (int i = 0; i < 499; i++) _bench.Hub.Sides.Add(Stranger(_bench.Hub, i));
        FakeNetwork second = _bench.Fake.Add("second", "10.2.0.0/16");
        IReadOnlyList<ChangePlan> plans = _bench.Plan(New, _bench.Request(ChangeKind.New, _bench.Hub, second));
        Assert.Empty(plans[0].Problems);
        Assert.Equal(nameof(Errors.PeeringLimitReached), Assert.Single(plans[1].Problems).Id);
    }

    [Fact]
    public void PeeringDisconnected_is_Repairs_to_mend()
    {
        _bench.Fake.PeerHalf(_bench.Hub, _bench.Spoke).PeeringState = "Disconnected";
        PeeringError problem = Assert.Single(_bench.PlanOne(New).Problems);
        Assert.Equal(nameof(Errors.PeeringDisconnected), problem.Id);
        Assert.Contains("Repair-PeeringPair", problem.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void GatewayMissing_unless_the_check_is_not_wanted()
    {
        PeeringRequest request = New with { Flags = new PairFlags().WithGatewayTransit(PeeringDirection.Remote) };
        Assert.Equal([nameof(Errors.GatewayMissing)], _bench.Problems(request));
        Assert.Empty(_bench.Problems(request with { Flags = request.Flags with { DoNotVerifyRemoteGateways = PeeringDirection.Local } }));
    }

    [Fact]
    public void GatewayConflict_with_an_own_gateway_another_peering_or_a_side_that_does_not_share()
    {
        _bench.Hub.GatewayIds.Add("/gw");
        FakeNetwork other = _bench.Fake.Add("other", "10.7.0.0/16");
        _bench.Fake.Peer(_bench.Spoke, other);
        _bench.Spoke.SideTo(other.Id)!.UseRemoteGateways = true;
        _bench.Spoke.GatewayIds.Add("/own");
        PeeringRequest request = New with { Flags = new PairFlags { UseRemoteGateways = PeeringDirection.Remote } };
        IReadOnlyList<PeeringError> problems = _bench.PlanOne(request).Problems;
        Assert.Equal(Enumerable.Repeat(nameof(Errors.GatewayConflict), 3), problems.Select(problem => problem.Id));
        Assert.Contains("/own", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("'peer-other'", problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("does not share", problems[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TransitChain()
    {
        _bench.Hub.GatewayIds.Add("/gw");
        PairFlags both = new() { AllowGatewayTransit = PeeringDirection.Both, UseRemoteGateways = PeeringDirection.Remote };
        Assert.Equal([nameof(Errors.TransitChain)], _bench.Problems(New with { Flags = both }));
    }

    [Fact]
    public void ProvisioningNotSucceeded()
    {
        _bench.Spoke.ProvisioningState = "Updating";
        Assert.Equal([nameof(Errors.ProvisioningNotSucceeded)], _bench.Problems(New));
    }

    [Fact]
    public void A_ManagedPeering_is_refused_even_without_preflight()
    {
        _ = _bench.Fake.PeerHalf(_bench.Hub, _bench.Spoke, "ANM_42");
        Assert.Equal([nameof(Errors.ManagedPeering)], _bench.Problems(New with { SkipPreflight = true }));
    }

    [Fact]
    public void SkipPreflight_leaves_out_what_can_be_left_out()
    {
        _bench.Spoke.Prefixes[0] = "10.0.0.0/16";
        Assert.Empty(_bench.Problems(New with { SkipPreflight = true }));
    }

    [Fact]
    public void Of_two_new_spokes_that_overlap_each_other_only_the_second_is_blocked()
    {
        FakeNetwork twin = _bench.Fake.Add("twin", "10.1.0.0/16");
        IReadOnlyList<ChangePlan> plans = _bench.Plan(New, _bench.Request(ChangeKind.New, _bench.Hub, twin));
        Assert.Empty(plans[0].Problems);
        PeeringError problem = Assert.Single(plans[1].Problems);
        Assert.Equal(nameof(Errors.AddressSpaceOverlapThroughPeer), problem.Id);
        Assert.Contains("'spoke'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_couple_given_twice_is_carried_out_once()
    {
        IReadOnlyList<ChangePlan> plans = _bench.Plan(New, _bench.Request(ChangeKind.New, _bench.Spoke, _bench.Hub));
        Assert.False(plans[0].IsBlocked);
        Assert.Equal(nameof(Errors.InvalidInput), Assert.Single(plans[1].Problems).Id);
    }

    private static PeeringSide Stranger(FakeNetwork network, int number) => new()
    {
        Exists = true,
        Name = $"p{number}",
        VirtualNetworkId = network.Id.Text,
        RemoteVirtualNetworkId = ResourceId.ForVirtualNetwork(FakeArmNetwork.DefaultSubscription, "rg", $"x{number}").Text,
        PeeringState = "Connected",
    };
}
