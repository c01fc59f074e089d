namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// Where the Lab answers otherwise than Azure did, on purpose. A difference that is not listed fails the test; so does
/// a line here that no longer differs.
/// </summary>
internal static class DeliberateDifferences
{
    private const string Pace =
        "Azure ended this operation sooner than the Lab, which always takes the same time (3 s for a network, 10 s for a "
        + "peering or a deletion). Asked once more after the Retry-After that it named, the Lab answers as Azure did.";

    private const string Interface = "A network interface was attached in between: a request outside the comparison.";

    public static readonly (string Recording, int[] Entries, string Member, string Reason)[] Rows =
    [
        (Recording.NetPair, [1], "status",
            "Azure said 201 twice, three seconds apart, for one group. The Lab says 200 to a group that exists, as Azure did in " + Recording.JavaPair + " #5."),
        (Recording.Net2023, [0], "header ETag",
            "The transcription begins inside this answer and kept only its Date; every later GET shows the header."),
        (Recording.Net2023, [6, 11], "polls", Pace),
        (Recording.JavaPair, [3, 7, 10, 64], "polls", Pace),
        (Recording.JavaWatcher, [45, 51], "polls", Pace),
        (Recording.JavaWatcher, [39, 41], "body.etag", Interface),
        (Recording.JavaTags, [14], "polls", Pace),
        (Recording.JavaLocks, [7], "polls", Pace),
        (Recording.JavaLocks, [20], "body.etag", Interface),
    ];

    public static bool Cover(string recording, Difference found) =>
        Rows.Any(row => row.Recording == recording && row.Entries.Contains(found.Entry) && row.Member == found.Member);

    public static IEnumerable<string> NoLongerDiffering(string recording, IReadOnlyList<Difference> found) =>
        Rows.Where(row => row.Recording == recording)
            .SelectMany(row => row.Entries, (row, entry) => (entry, row.Member, row.Reason))
            .Where(listed => !found.Any(difference => difference.Entry == listed.entry && difference.Member == listed.Member))
            .Select(listed => $"#{listed.entry} {listed.Member}: {listed.Reason}");
}
