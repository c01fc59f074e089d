using System.Text.RegularExpressions;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>Members left out of every comparison. Everything else that either answer carries is compared.</summary>
internal static class MembersNotCompared
{
    public static readonly (Regex Member, string Reason)[] Rows =
    [
        (new(@"\.ipConfigurations(\[|$)"), "Written by network interfaces, which the Lab does not serve."),
        (new(@"\.applicationGatewayIPConfigurations(\[|$)"), "Written by application gateways, which the Lab does not serve."),
    ];

    public static bool Covers(string member) => Rows.Any(row => row.Member.IsMatch(member));
}
