namespace PeeringTools;

/// <summary>Why a rule was not held against a pair.</summary>
public enum PeeringSkipReason
{
    /// <summary>The pair is not Connected, so that what the rule looks at has no meaning yet.</summary>
    PairNotConnected,

    /// <summary>Something the rule needs could not be read, or was not asked for.</summary>
    NotRead,

    /// <summary>What decides lies outside of what Azure's configuration tells, for example a DNS server of one's own.</summary>
    NotModelled,

    /// <summary>The rule compares with an earlier inventory, and none was given.</summary>
    NoBaseline,
}
