using System.Text.Json.Nodes;

namespace PeeringTools.Life.Tests;

/// <summary>Pairs between two tenants: one connection for each, tokens that vouch for each other, or two operators.</summary>
public sealed class TenantTests : IDisposable
{
    private const string Far = "f0000000-0000-4000-8000-00000000000f";

    private static readonly LabRole PeerOnly = new("Peer", ["Microsoft.Network/virtualNetworks/peer/action"], []);

    private readonly World _world = new();
    private readonly string _farScope;
    private readonly ResourceId _partner;

    public TenantTests()
    {
        _ = _world.Lab.AddTenant(Far, "Fabrikam");
        LabSubscription subscription = _world.Lab.AddSubscription("f1111111-1111-4111-8111-111111111111", "Partner", Far);
        _farScope = "/subscriptions/" + subscription.SubscriptionId;
        _ = _world.Send("PUT", _farScope + "/resourceGroups/rg-partner", new JsonObject { ["location"] = "westeurope" });
        _partner = _world.AddIn(_farScope + "/resourceGroups/rg-partner", "partner", ["10.30.0.0/16"]);
        _world.Forget();
    }

    private string Near => _world.Connection.TenantId;

    [Fact]
    public void One_identity_in_both_tenants_makes_the_pair_with_a_connection_for_each()
    {
        _ = _world.Caller.Join(Far).Grant(_farScope, LabRole.NetworkContributor);
        ArmConnection far = _world.Connect(_world.Caller, Far);
        ChangeOutcome outcome = _world.Do(_world.Request(ChangeKind.New, remote: _partner), _world.Connection, far);
        Assert.Empty(outcome.Errors);
        Assert.True(_world.IsWhole(_world.Hub, _partner));
        Assert.True(outcome.Pair is { IsCrossTenant: true, IsCrossSubscription: true });
        Assert.Empty(_world.Lab.Ledger.OverlappingWrites);
        Assert.Empty(_world.Do(_world.Request(ChangeKind.Remove, remote: _partner), _world.Connection, far).Errors);
        Assert.Equal("none", _world.State(_partner, _world.Hub));
    }

    [Fact]
    public void Two_identities_of_which_neither_is_in_the_others_tenant_are_refused_and_nothing_stays()
    {
        LabPrincipal partner = _world.Lab.AddPrincipal("f2222222-2222-4222-8222-222222222222", "partner@fabrikam.example", Far).Grant(_farScope, LabRole.NetworkContributor);
        ChangeOutcome outcome = _world.Do(_world.Request(ChangeKind.New, remote: _partner), _world.Connection, _world.Connect(partner, Far));
        PeeringError error = Assert.Single(outcome.Errors);
        Assert.Equal("LinkedAuthorizationFailed", error.AzureCode);
        Assert.Equal("none", _world.State(_world.Hub, _partner));
        Assert.Equal("none", _world.State(_partner, _world.Hub));
    }

    [Fact]
    public void One_connection_cannot_read_the_other_tenant_and_says_what_to_do()
    {
        _ = _world.Caller.Join(Far).Grant(_farScope, LabRole.NetworkContributor);
        PeeringError error = Assert.Single(_world.Do(_world.Request(ChangeKind.New, remote: _partner)).Errors);
        Assert.Equal(nameof(Errors.RemoteNotVisible), error.Id);
        Assert.Contains("-Connection", error.Action, StringComparison.Ordinal);
        Assert.Contains("-Side Local", error.Action, StringComparison.Ordinal);
        Assert.Equal(0, _world.Lab.Ledger.Writes);
    }

    [Fact]
    public void Two_operators_make_one_pair_from_both_ends_and_it_is_recognised_as_complete()
    {
        LabPrincipal partner = _world.Lab.AddPrincipal("f2222222-2222-4222-8222-222222222222", "partner@fabrikam.example", Far).Grant(_farScope, LabRole.NetworkContributor);
        _ = partner.Join(Near).Grant(_world.Hub.Text, PeerOnly);
        _ = _world.Caller.Join(Far).Grant(_partner.Text, PeerOnly);
        ArmConnection ours = _world.Connect(_world.Caller, Near, Far);
        ArmConnection theirs = _world.Connect(partner, Far, Near);

        PeeringRequest half = _world.Request(ChangeKind.New, remote: _partner) with { Scope = SideScope.Local };
        ChangeOutcome first = _world.Do(half, ours);
        Assert.Empty(first.Errors);
        Assert.Equal("Initiated/RemoteNotInSync", _world.State(_world.Hub, _partner));
        Assert.Equal(PeeringPairStatus.RemoteNotVisible, first.Pair!.Status);
        Assert.Contains($"New-PeeringPair -VirtualNetworkId '{_partner}' -RemoteVirtualNetworkId '{_world.Hub}'", first.Plan.OtherOperatorCommand, StringComparison.Ordinal);
        Assert.Contains(first.Plan.Warnings, line => line.Contains("partner", StringComparison.Ordinal));

        ChangeOutcome second = _world.Do(_world.Request(ChangeKind.New, _partner, _world.Hub) with { Scope = SideScope.Local }, theirs);
        Assert.Empty(second.Errors);
        Assert.True(_world.IsWhole(_world.Hub, _partner));
        _world.Forget();
        ChangeOutcome again = _world.Do(half, ours);
        Assert.Empty(again.Errors);
        Assert.Equal("Connected", again.Pair!.Local.PeeringState);
        Assert.Equal(0, _world.Lab.Ledger.Writes);

        Assert.Empty(_world.Do(_world.Request(ChangeKind.Remove, _partner, _world.Hub) with { Scope = SideScope.Local }, theirs).Errors);
        Assert.Empty(_world.Do(half with { Kind = ChangeKind.Remove }, ours).Errors);
        Assert.Equal("none", _world.State(_world.Hub, _partner));
    }

    [Fact]
    public void Without_a_token_of_the_other_tenant_the_refusal_says_how_to_get_one()
    {
        _ = _world.Caller.Join(Far).Grant(_partner.Text, PeerOnly);
        PeeringError error = Assert.Single(_world.Do(_world.Request(ChangeKind.New, remote: _partner) with { Scope = SideScope.Local }).Errors);
        Assert.Equal((nameof(Errors.AccessDenied), "LinkedAuthorizationFailed"), (error.Id, error.AzureCode));
        Assert.Contains("-AuxiliaryTenantId", error.Action, StringComparison.Ordinal);
        Assert.Equal("none", _world.State(_world.Hub, _partner));
    }

    [Fact]
    public void Without_the_right_on_the_other_network_the_missing_action_is_named()
    {
        _ = _world.Caller.Join(Far);
        ArmConnection ours = _world.Connect(_world.Caller, Near, Far);
        PeeringError error = Assert.Single(_world.Do(_world.Request(ChangeKind.New, remote: _partner) with { Scope = SideScope.Local }, ours).Errors);
        Assert.Equal(nameof(Errors.MissingPermission), error.Id);
        Assert.Contains("peer/action", error.Message, StringComparison.Ordinal);
        Assert.Contains(_partner.Text, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _world.Dispose();
}
