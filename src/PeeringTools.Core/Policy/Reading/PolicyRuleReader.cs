using PeeringTools.Records;

namespace PeeringTools.Policy;

/// <summary>Reads the rules of a policy.</summary>
internal sealed class PolicyRuleReader(PolicyShape shape, IEnumerable<string> roles)
{
    /// <summary>In place of a role: both sides of the pair.</summary>
    public const string BothSides = "both";

    private const string Error = nameof(PeeringSeverity.Error);
    private const string Warning = nameof(PeeringSeverity.Warning);

    private static readonly string[] Flags =
    [
        nameof(PeeringSettings.AllowVirtualNetworkAccess), nameof(PeeringSettings.AllowForwardedTraffic),
        nameof(PeeringSettings.AllowGatewayTransit), nameof(PeeringSettings.UseRemoteGateways),
        nameof(PeeringSettings.DoNotVerifyRemoteGateways), nameof(PeeringSettings.PeerCompleteVnets), nameof(PeeringSettings.EnableOnlyIPv6Peering),
    ];

    private const string AnyProtocol = "*";

    private static readonly string[] Protocols = ["Tcp", "Udp", "Icmp", AnyProtocol];

    private readonly HashSet<string> _roles = new(roles, StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<PolicyRule> Read(PolicyNode node)
    {
        if (node is PolicyList list) return [.. list.Items.Select(this.Rule).OfType<PolicyRule>()];
        shape.Wrong(node, PolicyTexts.RulesExpected);
        return [];
    }

    private PolicyRule? Rule(PolicyNode node)
    {
        if (shape.Object(node, "id", "between", "severity", "forbid", "because", "flags", "maximumLifetime", "owner", "ticket", "requirePath") is not PolicyObject rule) return null;
        if (shape.Text(rule["id"]) is not string id)
        {
            if (rule["id"] is null) shape.Wrong(rule, PolicyTexts.IdExpected);
            return null;
        }

        if (!_ids.Add(id)) shape.Wrong(rule["id"]!, PolicyTexts.IdTwice, SafeText.ForMessage(id, 80));
        string[] between = this.Between(rule);
        if (between.Length != 2) return null;
        PolicyRule read = new()
        {
            Id = id,
            Line = rule.Line,
            FirstRole = between[0],
            SecondRole = between[1],
            Severity = Is(shape.Choice(rule["severity"], Error, Warning), Warning) ? PeeringSeverity.Warning : PeeringSeverity.Error,
            Forbids = shape.Flag(rule["forbid"]) == true,
            Because = shape.Text(rule["because"]),
            Flags = [.. this.FlagDemands(rule["flags"], between)],
            MaximumLifetime = this.Span(rule["maximumLifetime"]),
            Owner = shape.Text(rule["owner"]),
            Ticket = shape.Text(rule["ticket"]),
            Paths = [.. PolicyShape.OneOrMore(rule["requirePath"]).Select(path => this.Path(path, between)).OfType<PathDemand>()],
        };
        bool demands = read.Flags.Count > 0 || read.Paths.Count > 0 || read.MaximumLifetime is not null || read.Owner is not null || read.Ticket is not null;
        if (read.Forbids && demands) shape.Wrong(rule, PolicyTexts.ForbidsAndDemands);
        return read;
    }

    private string[] Between(PolicyObject rule)
    {
        if (rule["between"] is not PolicyList { Items.Count: 2 } list)
        {
            shape.Wrong(rule["between"] ?? rule, PolicyTexts.BetweenExpected);
            return [];
        }

        foreach (PolicyNode item in list.Items)
            if (shape.Text(item) is string role && role != PolicyRole.Everything && !_roles.Contains(role)) this.UnknownRole(item, role);
        return [.. list.Items.Select(item => (item as PolicyScalar)?.Value as string).OfType<string>()];
    }

    private IEnumerable<FlagDemand> FlagDemands(PolicyNode? node, string[] between)
    {
        if (node is null || shape.Object(node, [.. between, BothSides]) is not PolicyObject sides) yield break;
        foreach (PolicyMember side in sides.Members)
        {
            bool isBoth = side.Name == BothSides;
            if (!isBoth && between[0] == between[1]) shape.Wrong(side.Value, PolicyTexts.SameRoleTwice, side.Name, BothSides);
            if (shape.Object(side.Value, [.. Flags.Select(Camel)]) is not PolicyObject flags) continue;
            foreach (PolicyMember flag in flags.Members)
            {
                string? member = Flags.FirstOrDefault(name => Camel(name) == flag.Name);
                if (member is not null && shape.Flag(flag.Value) is bool value) yield return new FlagDemand(isBoth ? null : side.Name, member, value);
            }
        }
    }

    private PathDemand? Path(PolicyNode node, string[] between)
    {
        if (shape.Object(node, "from", "to", "via", "protocol", "port") is not PolicyObject path) return null;
        string? from = path["from"] is null ? between[0] : shape.Choice(path["from"], between);
        AddressPrefix? to = this.Prefix(path["to"] ?? node);
        AddressPrefix? via = path["via"] is { } hop ? this.Prefix(hop) : null;
        string protocol = shape.Choice(path["protocol"], Protocols) ?? AnyProtocol;
        int? port = shape.Port(path["port"]);
        return from is null || to is null ? null : new PathDemand(from, to.Value, via, protocol, port);
    }

    private AddressPrefix? Prefix(PolicyNode node)
    {
        if (node is PolicyScalar { Value: string text } && AddressPrefix.TryParse(text, out AddressPrefix prefix)) return prefix;
        shape.Wrong(node, PolicyTexts.PrefixExpected);
        return null;
    }

    private TimeSpan? Span(PolicyNode? node)
    {
        if (shape.Text(node) is not string text) return null;
        try
        {
            return Spans.Read(text);
        }
        catch (PeeringException refused)
        {
            shape.Wrong(node!, "{0}", refused.Message);
            return null;
        }
    }

    private void UnknownRole(PolicyNode node, string role) =>
        shape.Wrong(node, PolicyTexts.RoleUnknown, SafeText.ForMessage(role, 80), string.Join(", ", _roles.OrderBy(name => name, StringComparer.Ordinal)));

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>ARM's own spelling of a member.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
