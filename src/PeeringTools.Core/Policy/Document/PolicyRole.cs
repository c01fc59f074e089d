namespace PeeringTools.Policy;

/// <summary>A name for networks that have something in common: one of the descriptions has to fit, each of them as a whole.</summary>
internal sealed record PolicyRole(string Name, IReadOnlyList<NetworkDescription> AnyOf)
{
    /// <summary>Stands for every network.</summary>
    public const string Everything = "*";
}

/// <summary>What a network has to be like. Of each list one pattern has to fit; what is not given does not matter.</summary>
internal sealed record NetworkDescription
{
    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> ResourceGroups { get; init; } = [];

    public IReadOnlyList<string> Subscriptions { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>Patterns by tag; every tag that is named has to be there.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tags { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
