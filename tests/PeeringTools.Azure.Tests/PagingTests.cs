using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

public class PagingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_goes_on_until_its_last_page_with_links_as_they_came()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => Page("one", "https://management.azure.com/next?api-version=2024-05-01&$skipToken=a%2Fb%3D"),
            () => Page("two", "/next?page=3"),
            () => Page("three", ""));

        List<VirtualNetwork> networks = await Samples.ListAsync(arm.Open(), Cancel);

        Assert.Equal(["one", "two", "three"], networks.Select(n => n.Id.Name));
        Assert.Equal(
            [
                $"/subscriptions/{Samples.Subscription}/providers/Microsoft.Network/virtualNetworks?api-version=2024-05-01",
                "/next?api-version=2024-05-01&$skipToken=a%2Fb%3D",
                "/next?page=3",
            ],
            arm.Requests.Select(r => r.Uri.PathAndQuery));
    }

    [Fact]
    public async Task A_page_is_given_on_before_the_next_one_is_asked_for()
    {
        ScriptedArm arm = ScriptedArm.Of(() => Page("one", "/next"), () => Page("two", null));
        await foreach (IReadOnlyList<VirtualNetwork> page in arm.Open().ListVirtualNetworksAsync(Samples.Subscription, "net", withSubnets: true, Cancel))
        {
            Assert.Equal("one", Assert.Single(page).Id.Name);
            break;
        }

        Assert.Contains("/resourceGroups/net/providers/", Assert.Single(arm.Requests).Uri.AbsolutePath);
    }

    [Theory]
    [InlineData("/next", "/next")]
    [InlineData("/next", "/other", "/next")]
    public async Task A_list_that_leads_back_to_a_page_is_an_error(params string[] links)
    {
        ScriptedArm arm = ScriptedArm.Of([.. links.Select(link => (Func<HttpResponseMessage>)(() => Page("one", link)))]);
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => Samples.ListAsync(arm.Open(), Cancel));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), error.Error.Id);
        Assert.Equal(links.Length, arm.Requests.Count);
    }

    [Fact]
    public async Task Locks_above_and_at_a_network_and_on_its_peerings_count_and_those_of_its_subnets_do_not()
    {
        // Recorded: a list at a network holds its group's lock and the lock of one of its subnets.
        static string Lock(string scope, string name) =>
            $$$"""{"id":"{{{scope}}}/providers/Microsoft.Authorization/locks/{{{name}}}","name":"{{{name}}}","properties":{"level":"ReadOnly"}}""";
        string group = $"/subscriptions/{Samples.Subscription}/resourceGroups/NET";
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(
            $$"""{"value":[{{Lock(group, "group")}},{{Lock(Samples.Hub + "/subnets/s", "subnet")}},{{Lock(Samples.Hub.Text, "own")}},{{Lock(Samples.HubPeering.Text, "side")}},{{Lock(Samples.Hub + "2", "namesake")}}]}"""));

        IReadOnlyList<ManagementLock> locks = await arm.Open().ListLocksAsync(Samples.Hub, Cancel);

        Assert.Equal([new("group", "ReadOnly", group), new("own", "ReadOnly", Samples.Hub.Text), new("side", "ReadOnly", Samples.HubPeering.Text)], locks);
    }

    [Fact]
    public async Task Permissions_of_all_pages_are_one_list()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json("""{"value":[{"actions":["*/read"],"notActions":[],"dataActions":["x"]}],"nextLink":"/p2"}"""),
            () => ScriptedArm.Json("""{"value":[{"actions":["Microsoft.Network/*"],"notActions":["Microsoft.Network/x/delete"]}]}"""));
        IReadOnlyList<PermissionEntry> entries = await arm.Open().ListPermissionsAsync(Samples.Hub, Cancel);
        Assert.Equal(["*/read", "Microsoft.Network/*"], entries.Select(e => Assert.Single(e.Actions)));
        Assert.Equal(["Microsoft.Network/x/delete"], entries[1].NotActions);
    }

    private static HttpResponseMessage Page(string name, string? nextLink) =>
        ScriptedArm.Json($$"""{"value":[{{Samples.Network(name)}}],"nextLink":{{(nextLink is null ? "null" : $"\"{nextLink}\"")}}}""");
}
