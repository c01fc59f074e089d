namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>Compares the answers of one session, member by member; remembers the session's etags and guids.</summary>
internal sealed class Comparison
{
    private const string Absent = "absent";

    private readonly Correspondence _etags = new();
    private readonly Correspondence _guids = new();
    private readonly List<Difference> _differences = [];

    public IReadOnlyList<Difference> Differences => _differences;

    /// <summary>How many members were looked at, in either answer.</summary>
    public int Members { get; private set; }

    public void Compare(RecordedCall call, Answer lab)
    {
        SortedDictionary<string, string> expected = AnswerMembers.Of(call.Answer);
        SortedDictionary<string, string> actual = AnswerMembers.Of(lab);
        foreach (string member in expected.Keys.Union(actual.Keys).Where(member => !MembersNotCompared.Covers(member)))
        {
            Members++;
            if (Differ(call, member, expected.GetValueOrDefault(member), actual.GetValueOrDefault(member)) is not { } found) continue;

            _differences.Add(new Difference(call.Entry, call.ToString(), member, found.Expected, found.Actual));
        }
    }

    /// <summary>Azure had ended an operation at a poll at which the Lab had not.</summary>
    public void PolledAgain(RecordedCall call) =>
        _differences.Add(new Difference(call.Entry, call.ToString(), "polls", "has ended the operation", "names a Retry-After"));

    private (string Expected, string Actual)? Differ(RecordedCall call, string member, string? expected, string? actual)
    {
        if (expected is null || actual is null) return (expected ?? Absent, actual ?? Absent);
        if (member.EndsWith("etag", StringComparison.OrdinalIgnoreCase)) return _etags.Meet(expected, actual, call.Entry);
        if (member.EndsWith("resourceGuid", StringComparison.Ordinal)) return _guids.Meet(expected, actual, call.Entry);
        return expected == actual ? null : (expected, actual);
    }
}
