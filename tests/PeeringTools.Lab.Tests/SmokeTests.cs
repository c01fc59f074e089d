using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task A_pair_is_made_read_and_removed()
    {
        using World world = new();
        await world.Networks("a", "b");
        LabReply first = await world.Peer("a", "b");
        Assert.Equal(("Initiated", "RemoteNotInSync"), (first.State, first.Level));
        LabReply second = await world.Peer("b", "a");
        Assert.Equal(("Connected", "FullyInSync"), (second.State, second.Level));
        Assert.Equal(202, (await world.Client.Delete(world.Half("b", "a"))).Status);
        Assert.Equal("Disconnected", (await world.Get("a", "b")).State);
    }

    [Theory]
    [InlineData("Empty")]
    [InlineData("HubSpoke")]
    [InlineData("Migration")]
    [InlineData("Broken")]
    [InlineData("Large")]
    public async Task Every_estate_lists_its_networks(string name)
    {
        ArmLab lab = ArmLab.FromEstate(name, networks: 300);
        using LabClient client = new(lab);
        foreach (LabSubscription subscription in lab.Subscriptions.Where(s => s.TenantId == lab.Tenants[0].TenantId))
        {
            LabReply reply = await client.Get($"/subscriptions/{subscription.SubscriptionId}/providers/Microsoft.Network/virtualNetworks");
            Assert.True(reply.Status == 200, reply.ToString());
        }
    }
}
