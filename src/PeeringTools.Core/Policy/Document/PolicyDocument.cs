namespace PeeringTools.Policy;

/// <summary>Who may peer with whom, and on what terms: a policy file as it was read.</summary>
internal sealed record PolicyDocument
{
    /// <summary>The version of the format this code reads.</summary>
    public const int Version = 1;

    /// <summary>The file, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>The tag that says which environment a network belongs to.</summary>
    public string EnvironmentTag { get; init; } = "environment";

    /// <summary>False where a pair that no rule speaks of is a violation.</summary>
    public bool AllowsUnlisted { get; init; } = true;

    public IReadOnlyDictionary<string, PolicyRole> Roles { get; init; } = new Dictionary<string, PolicyRole>();

    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    /// <summary>True where some rule asks for a path, which takes more reading than pairs and networks.</summary>
    public bool NeedsPaths => Rules.Any(rule => rule.Paths.Count > 0);
}
