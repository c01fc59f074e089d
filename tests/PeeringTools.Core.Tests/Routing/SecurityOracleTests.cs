using CsCheck;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Random groups against an oracle that walks the rules in order, written without the model's types.</summary>
public class SecurityOracleTests
{
    private static readonly string[] Space = ["10.0.0.0/16", "10.1.0.0/16"];
    private static readonly string[] Ends = ["*", "10.0.0.0/16", "10.0.1.0/24", "10.1.0.0/16", "10.2.0.0/16", "VirtualNetwork", "Internet", "AzureLoadBalancer"];
    private static readonly int[] Ports = [1, 22, 79, 80, 100, 443, 444, 65535];
    private static readonly string[] Addresses = ["10.0.0.5", "10.0.1.5", "10.1.0.5", "10.2.0.5", "8.8.8.8", "168.63.129.16"];

    private static readonly Gen<SecurityRule> AnyRule =
        from priority in Gen.Int[100, 4096]
        from direction in Gen.OneOf("Inbound", "Outbound")
        from access in Gen.OneOf("Allow", "Deny")
        from protocol in Gen.OneOf("*", "Tcp", "Udp", "Icmp")
        from source in Gen.OneOf(Ends).Array[1, 2]
        from destination in Gen.OneOf(Ends).Array[1, 2]
        from ports in Gen.OneOf("*", "443", "80-443", "22").Array[1, 2]
        select new SecurityRule
        {
            Name = "r" + priority,
            Priority = priority,
            Direction = direction,
            Access = access,
            Protocol = protocol,
            SourceAddressPrefixes = source,
            DestinationAddressPrefixes = destination,
            SourcePortRanges = ["*"],
            DestinationPortRanges = ports,
        };

    [Fact]
    public void The_first_rule_in_order_of_priority_that_matches_decides() => Gen.Select(
        AnyRule.Array[0, 8], Gen.OneOf(Addresses), Gen.OneOf(Addresses), Gen.OneOf("Tcp", "Udp", "Icmp"), Gen.OneOf(22, 79, 80, 443, 444),
        Gen.OneOf("Inbound", "Outbound")).Sample((rules, source, destination, protocol, port, direction) =>
        {
            SecurityRule[] distinct = [.. rules.GroupBy(r => r.Priority).Select(g => g.First())];
            SecurityVerdict verdict = Evaluate(distinct, new Flow(AddressPrefix.Parse(source), AddressPrefix.Parse(destination), protocol, port), direction);
            Assert.Equal(Oracle(distinct, source, destination, protocol, port, direction) ? SecurityAnswer.Allow : SecurityAnswer.Deny, verdict.Answer);
        });

    [Fact]
    public void A_port_left_open_is_answered_only_where_every_port_gets_the_same_answer() => Gen.Select(
        AnyRule.Array[0, 8], Gen.OneOf(Addresses), Gen.OneOf(Addresses)).Sample((rules, source, destination) =>
        {
            SecurityRule[] distinct = [.. rules.GroupBy(r => r.Priority).Select(g => g.First())];
            SecurityVerdict open = Evaluate(distinct, new Flow(AddressPrefix.Parse(source), AddressPrefix.Parse(destination), "Tcp"), "Inbound");
            if (open.Answer == SecurityAnswer.Unknown) return;
            foreach (int port in Ports)
                Assert.Equal(open.Answer == SecurityAnswer.Allow, Oracle(distinct, source, destination, "Tcp", port, "Inbound"));
        });

    [Theory]
    [InlineData("Storage", "20.60.0.1", "Unknown")]
    [InlineData("Storage", "10.0.0.5", "Allow")]
    [InlineData("Internet", "20.60.0.1", "Deny")]
    public void What_a_service_tag_holds_only_Azure_knows_but_no_private_address(string tag, string destination, string expected)
    {
        SecurityRule deny = new() { Name = "no", Priority = 100, Direction = "Outbound", Access = "Deny", DestinationAddressPrefixes = [tag] };
        Assert.Equal(expected, Evaluate([deny], new Flow(AddressPrefix.Parse("10.0.0.4"), AddressPrefix.Parse(destination), "Tcp", 443), "Outbound").Answer.ToString());
    }

    [Fact]
    public void A_rule_on_an_application_security_group_is_about_its_members_only()
    {
        SecurityRule deny = new() { Name = "no", Priority = 100, Direction = "Inbound", Access = "Deny", SourceApplicationSecurityGroupIds = ["/asg/Web"] };
        Flow flow = new(AddressPrefix.Parse("10.0.0.4"), AddressPrefix.Parse("10.0.1.4"), "Tcp", 443);
        Assert.Equal(SecurityAnswer.Allow, Evaluate([deny], flow, "Inbound").Answer);
        Assert.Equal(SecurityAnswer.Deny, Evaluate([deny], flow with { SourceGroups = ["/asg/web"] }, "Inbound").Answer);
    }

    private static SecurityVerdict Evaluate(SecurityRule[] rules, Flow flow, string direction) => SecurityEvaluation.Evaluate(
        new NetworkSecurityGroup { Id = "g", Name = "g", SecurityRules = rules }, flow, new TagSpace([.. Space.Select(AddressPrefix.Parse)], null), direction);

    private static bool Oracle(SecurityRule[] rules, string source, string destination, string protocol, int port, string direction)
    {
        foreach (SecurityRule rule in rules.Where(r => r.Direction == direction).OrderBy(r => r.Priority))
        {
            bool ports = protocol == "Icmp" || rule.DestinationPortRanges.Any(range => range == "*"
                || (port >= int.Parse(range.Split('-')[0], null) && port <= int.Parse(range.Split('-')[^1], null)));
            if ((rule.Protocol == "*" || rule.Protocol == protocol) && ports
                && rule.SourceAddressPrefixes.Any(e => Holds(e, source)) && rule.DestinationAddressPrefixes.Any(e => Holds(e, destination)))
                return rule.Access == "Allow";
        }

        return direction == "Inbound"
            ? (Holds("VirtualNetwork", source) && Holds("VirtualNetwork", destination)) || Holds("AzureLoadBalancer", source)
            : (Holds("VirtualNetwork", source) && Holds("VirtualNetwork", destination)) || Holds("Internet", destination);
    }

    private static bool Holds(string end, string address) => end switch
    {
        "*" => true,
        "VirtualNetwork" => address.StartsWith("10.0.", StringComparison.Ordinal) || address.StartsWith("10.1.", StringComparison.Ordinal),
        "Internet" => !address.StartsWith("10.", StringComparison.Ordinal),
        "AzureLoadBalancer" => address == "168.63.129.16",
        "10.0.1.0/24" => address.StartsWith("10.0.1.", StringComparison.Ordinal),
        _ => address.StartsWith(string.Join('.', end.Split('.')[..2]) + ".", StringComparison.Ordinal),
    };
}
