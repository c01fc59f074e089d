namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>Compares the answers of one session, member by member; remembers the session's etags and guids.</summary>
internal sealed class Comparison(string recording)
{
    private const string Absent = "absent";

    private readonly Correspondence _etags = new();
    private readonly Correspondence _guids = new();
    private readonly List<Difference> _differences = [];
    private readonly HashSet<string> _leftOut = [];

    public IReadOnlyList<Difference> Differences => _differences;

    /// <summary>How many members were compared, in either answer.</summary>
    public int Members { get; private set; }

    /// <summary>Why members were not compared.</summary>
    public IReadOnlyCollection<string> LeftOut => _leftOut;

    public void Compare(RecordedCall call, Answer lab)
    {
        SortedDictionary<string, string> expected = AnswerMembers.Of(call.Answer);
        SortedDictionary<string, string> actual = AnswerMembers.Of(lab);
        foreach (string member in expected.Keys.Union(actual.Keys))
        {
            if (MembersNotCompared.Reason(recording, member) is { } reason)
            {
                _leftOut.Add(reason);
                continue;
            }

            Members++;
            if (Differ(call, member, expected.GetValueOrDefault(member), actual.GetValueOrDefault(member)) is { } found)
            {
                _differences.Add(new Difference(call.Entry, call.ToString(), member, found.Expected, found.Actual));
            }
        }
    }

    /// <summary>Azure had ended an operation at a poll at which the Lab had not.</summary>
    public void PolledAgain(RecordedCall call, TimeSpan wait) => _differences.Add(
        new Difference(call.Entry, call.ToString(), "polls", "had ended the operation", $"had not, and asked to wait {wait.TotalSeconds} s"));

    private (string Expected, string Actual)? Differ(RecordedCall call, string member, string? expected, string? actual)
    {
        if (expected is null || actual is null) return (expected ?? Absent, actual ?? Absent);
        if (member.EndsWith("etag", StringComparison.OrdinalIgnoreCase)) return _etags.Meet(expected, actual, call.Entry);
        if (member.EndsWith("resourceGuid", StringComparison.Ordinal)) return _guids.Meet(expected, actual, call.Entry);
        return expected == actual ? null : (expected, actual);
    }
}
