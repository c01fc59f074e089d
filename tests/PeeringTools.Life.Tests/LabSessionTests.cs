using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Life.Tests;

/// <summary>The lab as a person starts it, through the module's own door.</summary>
public sealed class LabSessionTests
{
    [Fact]
    public async Task A_spoke_is_joined_to_the_hub_of_the_estate_uses_its_gateway_and_leaves_again()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using ILabSession lab = ((IArmGateway)new ArmGateway()).StartLab(new Ports.LabRequest { Estate = "HubSpoke" });
        ChangeRun run = new(new NetworkAccess([lab.Connection], new RecordingReporter()), null, null, new InterruptionLog());
        IArmNetwork arm = lab.Connection.Open(new RecordingReporter());
        Dictionary<string, ResourceId> networks = [];
        await foreach (AzureSubscription subscription in arm.ListSubscriptionsAsync(cancel))
        {
            await foreach (IReadOnlyList<VirtualNetwork> page in arm.ListVirtualNetworksAsync(subscription.SubscriptionId, null, withSubnets: true, cancel))
            {
                foreach (VirtualNetwork network in page) networks[network.Id.Name] = network.Id;
            }
        }

        PeeringRequest request = new()
        {
            Kind = ChangeKind.New,
            LocalId = networks["vnet-hub"],
            RemoteId = networks["vnet-spoke-13"],
            Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Remote }.WithGatewayTransit(PeeringDirection.Local),
            Record = new RecordWish { Owner = "net" },
        };
        ChangeOutcome made = await OneAsync(run, request);
        Assert.Empty(made.Errors);
        Assert.Equal((PeeringPairStatus.Connected, PeeringRecordState.Ok, "net"), (made.Pair!.Status, made.Pair.RecordState, made.Pair.Owner));
        Assert.NotEmpty(made.Pair.Remote.RemoteGateways);
        Assert.Empty((await OneAsync(run, request with { Kind = ChangeKind.Remove, Flags = new PairFlags(), Record = new RecordWish() })).Errors);
    }

    private static async Task<ChangeOutcome> OneAsync(ChangeRun run, PeeringRequest request)
    {
        IReadOnlyList<ChangePlan> plans = await run.PlanAsync([request], TestContext.Current.CancellationToken);
        List<ChangeOutcome> outcomes = [];
        await foreach (ChangeOutcome outcome in run.ExecuteAsync(plans, TestContext.Current.CancellationToken)) outcomes.Add(outcome);
        return Assert.Single(outcomes);
    }
}
