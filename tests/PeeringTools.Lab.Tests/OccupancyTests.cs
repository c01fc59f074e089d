using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>What stands in a subnet shows there, has its address, and keeps the subnet.</summary>
public sealed class OccupancyTests : LabTest
{
    private string Subnet => World.Id("a") + "/subnets/snet-app";

    [Fact]
    public async Task An_interface_shows_in_its_subnet_until_it_moves_or_goes()
    {
        await World.NetworkWithSubnet("a", 1);
        await World.NetworkWithSubnet("b", 2);
        string nic = await World.Interface("nic", "a", "10.1.0.4");
        Assert.Equal([$"{nic}/ipConfigurations/primary"], await ConfigurationsOf("a"));

        await World.Interface("nic", "b", "10.2.0.4");
        Assert.Empty(await ConfigurationsOf("a"));
        Assert.Single(await ConfigurationsOf("b"));

        await World.Client.Delete(nic);
        Assert.Empty(await ConfigurationsOf("b"));
    }

    [Fact]
    public async Task A_subnet_with_an_interface_stays_however_one_tries_to_be_rid_of_it()
    {
        await World.NetworkWithSubnet("a", 1);
        string nic = await World.Interface("nic", "a", "10.1.0.4");

        LabReply[] replies = [await World.Client.Delete(Subnet), await World.Client.Delete(World.Id("a")), await World.Network("a", "10.1.0.0/16")];

        Assert.All(replies, reply => Assert.Equal((400, "InUseSubnetCannotBeDeleted"), (reply.Status, reply.Code)));
        Assert.Contains($"{nic}/ipConfigurations/primary", replies[0].Message, StringComparison.Ordinal);
        await World.Client.Delete(nic);
        Assert.Equal(202, (await World.Client.Delete(Subnet)).Status);
    }

    [Theory]
    [InlineData("10.1.0.4", "False 10.1.0.6,10.1.0.7,10.1.0.8,10.1.0.9,10.1.0.10")]
    [InlineData("10.1.0.5", "False 10.1.0.6,10.1.0.7,10.1.0.8,10.1.0.9,10.1.0.10")]
    [InlineData("10.1.0.6", "True ")]
    [InlineData("10.1.0.1", "False 10.1.0.6,10.1.0.7,10.1.0.8,10.1.0.9,10.1.0.10")]
    public async Task An_address_that_something_has_is_not_available_and_others_are_offered(string address, string expected)
    {
        await World.NetworkWithSubnet("a", 1);
        await World.Interface("nic", "a", "10.1.0.4");
        await World.Store("Microsoft.Network/loadBalancers", "lb",
            $$$"""{"frontendIPConfigurations":[{"name":"front","properties":{"privateIPAddress":"10.1.0.5","subnet":{"id":"{{{Subnet}}}"} } }]}""");

        LabReply reply = await World.Client.Get(World.Id("a") + "/CheckIPAddressAvailability?ipAddress=" + address);

        string[] offered = [.. (reply.Json["availableIPAddresses"]?.AsArray() ?? []).Select(a => (string)a!)];
        Assert.Equal(expected, $"{(bool)reply.Json["available"]!} {string.Join(',', offered)}");
    }

    [Theory]
    [InlineData("""{"ipConfigurations":["text",7,{"name":7,"properties":{"subnet":"text","privateIPAddress":7} }]}""")]
    [InlineData("""{"ipConfigurations":[{"properties":"text"}],"subnet":7}""")]
    public async Task A_body_that_is_not_as_it_should_be_stands_nowhere(string properties)
    {
        await World.NetworkWithSubnet("a", 1);
        await World.Store("Microsoft.Network/networkInterfaces", "odd", properties);
        Assert.True((bool)(await World.Client.Get(World.Id("a") + "/CheckIPAddressAvailability?ipAddress=10.1.0.4")).Json["available"]!);
        Assert.Empty(await ConfigurationsOf("a"));
    }

    private async Task<string[]> ConfigurationsOf(string network) =>
        [.. ((await World.Client.Get(World.Id(network))).Properties["subnets"]![0]!["properties"]!["ipConfigurations"]?.AsArray() ?? []).Select(c => (string)c!["id"]!)];
}
