namespace PeeringTools.Changes;

/// <summary>What a pair's record and state say about its end.</summary>
internal enum ExpiryVerdict
{
    /// <summary>Nothing says that it ends.</summary>
    Permanent,

    /// <summary>Its end is still to come, or the grace after it.</summary>
    NotYet,

    /// <summary>It would have ended, or may have, and something forbids acting on it.</summary>
    Skipped,

    /// <summary>It is parked already, which is all that was asked for.</summary>
    Parked,

    Expired,
}

/// <summary>A verdict with its reason in words; an expired pair needs none.</summary>
internal sealed record ExpiryJudgement(ExpiryVerdict Verdict, string Reason = "");
