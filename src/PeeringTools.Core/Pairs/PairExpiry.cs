namespace PeeringTools.Pairs;

/// <summary>How near a pair's end is.</summary>
internal enum ExpiryTerm
{
    /// <summary>No record that can be trusted gives it an end.</summary>
    None,
    Overdue,
    Soon,
    Later,
}

/// <summary>When pairs end, and what of that deserves a word today.</summary>
internal static class PairExpiry
{
    /// <summary>How long before its end a pair is shown as expiring.</summary>
    public const int NoticeInDays = 30;

    /// <summary>Only a record that is whole and the pair's own can end it.</summary>
    public static DateTimeOffset? EndOf(PeeringPair pair) => pair.RecordState == PeeringRecordState.Ok ? pair.ExpiresOn : null;

    public static ExpiryTerm TermOf(PeeringPair pair, DateTimeOffset now) => EndOf(pair) switch
    {
        null => ExpiryTerm.None,
        { } end when end <= now => ExpiryTerm.Overdue,
        { } end when end <= now.AddDays(NoticeInDays) => ExpiryTerm.Soon,
        _ => ExpiryTerm.Later,
    };
}
