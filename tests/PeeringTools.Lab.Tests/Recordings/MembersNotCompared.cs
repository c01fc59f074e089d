using System.Text.RegularExpressions;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>Members left out of the comparison. Everything else that either answer carries is compared.</summary>
internal static class MembersNotCompared
{
    private const string Java = "java-";

    /// <summary>The recordings are named by how their name begins.</summary>
    public static readonly (string Recordings, Regex Member, string Reason)[] Rows =
    [
        (Java, new("^header Retry-After$"), "Its recorder wrote \"retry-after: 0\" into every answer, so that playback need not wait."),
        (Java, new(@"\.ipConfigurations(\[|$)"), "Links to network interfaces, whose requests are outside the comparison."),
        (Java, new(@"\.applicationGatewayIPConfigurations(\[|$)"), "Links to application gateways of other people, whose making is not recorded."),
        (Recording.Net2023, new("^header x-ms-request-id$"), "The transcription left this header out."),
    ];

    /// <summary>The reason why a member is left out; null when it is compared.</summary>
    public static string? Reason(string recording, string member) => Rows
        .Where(row => recording.StartsWith(row.Recordings, StringComparison.Ordinal) && row.Member.IsMatch(member))
        .Select(row => row.Reason)
        .FirstOrDefault();
}
