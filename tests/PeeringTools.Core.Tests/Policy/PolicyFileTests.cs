using System.Text;
using CsCheck;

namespace PeeringTools.Policy;

/// <summary>A policy that is misread is worse than none: every mistake is told, with its line and its path.</summary>
public class PolicyFileTests
{
    [Fact]
    public void A_policy_is_read_with_its_roles_and_rules()
    {
        PolicyDocument policy = Read("""
            {
              // Comments are allowed.
              "version": 1,
              "environmentTag": "env",
              "unlisted": "forbid",
              "roles": {
                "hub": { "name": "vnet-hub*", "tags": { "role": ["hub", "transit"] } },
                "spoke": [ { "name": ["vnet-spoke-*", "vnet-app-*"] }, { "environment": "prod", "region": "westeurope" } ]
              },
              "rules": [
                { "id": "through-the-hub", "between": ["spoke", "hub"], "severity": "warning", "because": "one way in",
                  "flags": { "spoke": { "useRemoteGateways": true }, "both": { "allowForwardedTraffic": false } },
                  "maximumLifetime": "42d", "owner": "*", "ticket": "CHG-*",
                  "requirePath": { "from": "spoke", "to": "10.0.2.0/24", "via": "10.0.1.4" } },
                { "id": "no-mesh", "between": ["spoke", "*"], "forbid": true },
              ]
            }
            """);
        Assert.False(policy.AllowsUnlisted);
        Assert.Equal("env", policy.EnvironmentTag);
        Assert.Equal(["hub", "transit"], policy.Roles["hub"].AnyOf[0].Tags["ROLE"]);
        Assert.Equal(2, policy.Roles["spoke"].AnyOf.Count);
        PolicyRule rule = policy.Rules[0];
        Assert.Equal((PeeringSeverity.Warning, "one way in", TimeSpan.FromDays(42), "*", "CHG-*", 11),
            (rule.Severity, rule.Because, rule.MaximumLifetime, rule.Owner, rule.Ticket, rule.Line));
        Assert.Equal([new FlagDemand("spoke", "UseRemoteGateways", true), new FlagDemand(null, "AllowForwardedTraffic", false)], rule.Flags);
        Assert.Equal([new PathDemand("spoke", AddressPrefix.Parse("10.0.2.0/24"), AddressPrefix.Parse("10.0.1.4"))], rule.Paths);
        Assert.True(policy.Rules[1].Forbids);
    }

    [Fact]
    public void Every_mistake_is_told_at_once_with_its_line_and_path()
    {
        PeeringError error = Refused("""
            { "version": 2, "rolls": {},
              "roles": { "hub": {}, "both": { "name": "x" } },
              "rules": [
                { "id": "a", "between": ["hub", "spok"], "flags": { "hub": { "allowForwarded": true } } },
                { "id": "a", "between": ["hub"], "maximumLifetime": "42" },
                { "between": ["hub", "hub"] },
                { "id": "c", "between": ["hub", "hub"], "forbid": true, "owner": "*" },
                { "id": "d", "between": ["hub", "hub"], "flags": { "hub": { "useRemoteGateways": "yes" } }, "requirePath": { "to": "ten" } },
                { "id": "e", "between": ["hub", "hub"], "maximumLifetime": "42", "severity": "Fatal" }
              ] }
            """);
        Assert.Equal(nameof(Errors.PolicyInvalid), error.Id);
        Assert.Equal("policy.json", error.TargetId);
        string[] expected =
        [
            "line 1, $.version:", "line 1, $.rolls: 'rolls' is unknown", "line 2, $.roles.hub:", "line 2, $.roles.both:",
            "line 4, $.rules[0].between[1]: there is no role 'spok'", "line 4, $.rules[0].flags.hub.allowForwarded:",
            "line 5, $.rules[1].id: the id 'a' stands twice", "line 5, $.rules[1].between:", "line 6, $.rules[2]: a rule needs an id",
            "line 7, $.rules[3]:", "line 8, $.rules[4].flags.hub: 'hub' names both sides", "line 8, $.rules[4].flags.hub.useRemoteGateways: true or false",
            "line 8, $.rules[4].requirePath.to:", "line 9, $.rules[5].maximumLifetime:", "line 9, $.rules[5].severity: 'Fatal'",
        ];
        Assert.All(expected, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Equal(expected.Length, error.Message.Split("line ").Length - 1);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\n  \"version\": 1,\n  \"rules\" []\n}", "line 3")]
    [InlineData("{\n\"version\": 1,\n\"version\": 1,\n\"rules\": []}", "line 3, $: the member 'version' stands twice")]
    [InlineData("[]", "an object is expected")]
    [InlineData("{\"version\":1}", "a list of rules is expected")]
    [InlineData("{\"version\":1,\"rules\":[]} {}", "line 1")]
    public void What_is_no_policy_is_refused_where_it_breaks(string json, string place) =>
        Assert.Contains(place, Refused(json).Message, StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_no_mistake() =>
        Assert.Empty(PolicyFile.Parse("policy.json", [.. Encoding.UTF8.GetPreamble(), .. "{\"version\":1,\"rules\":[]}"u8]).Rules);

    [Fact]
    public void A_file_that_cannot_be_opened_is_an_error_about_the_file() =>
        Assert.Equal(nameof(Errors.FileNotAccessible), Assert.Throws<PeeringException>(() => PolicyFile.Read("no/such/policy.json")).Error.Id);

    [Fact]
    public void Any_text_is_either_a_policy_or_refused_as_one() => Gen.String[Gen.Char["{}[]\":,\n trueversion1-*"], 0, 60].Sample(text =>
    {
        try
        {
            _ = Read(text);
        }
        catch (PeeringException refused)
        {
            Assert.Equal(nameof(Errors.PolicyInvalid), refused.Error.Id);
        }
    }, iter: 2_000);

    [Fact]
    public void A_pattern_fits_as_its_stars_and_marks_say()
    {
        Assert.True(Pattern.Fits("vnet-*-0?", "VNET-spoke-07"));
        Assert.False(Pattern.Fits("vnet-*-0?", "vnet-spoke-7"));
        Assert.True(Pattern.Fits("*", ""));
        Assert.False(Pattern.Fits("?", ""));
        Gen.Select(Gen.String[Gen.Char["ab*?"], 0, 8], Gen.String[Gen.Char["ab*?"], 0, 10]).Sample((pattern, text) =>
            Assert.Equal(NaivelyFits(pattern, text), Pattern.Fits(pattern, text)));
    }

    /// <summary>The definition, without any thought for time.</summary>
    private static bool NaivelyFits(string pattern, string text) => pattern.Length == 0 ? text.Length == 0
        : pattern[0] == '*' ? NaivelyFits(pattern[1..], text) || (text.Length > 0 && NaivelyFits(pattern, text[1..]))
        : text.Length > 0 && (pattern[0] == '?' || pattern[0] == text[0]) && NaivelyFits(pattern[1..], text[1..]);

    private static PolicyDocument Read(string json) => PolicyFile.Parse("policy.json", Encoding.UTF8.GetBytes(json));

    private static PeeringError Refused(string json) => Assert.Throws<PeeringException>(() => Read(json)).Error;
}
