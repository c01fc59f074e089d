namespace PeeringTools.Ports;

/// <summary>Which estate a lab starts with. Exactly one of the two is given.</summary>
internal sealed record LabRequest
{
    /// <summary>Empty, HubSpoke, Migration, Analytics, Broken or Large.</summary>
    public string? Estate { get; init; }

    /// <summary>A file of ARM resources: a list, <c>{"value": []}</c> or <c>{"data": []}</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Networks of the Large estate.</summary>
    public int Networks { get; init; } = 1000;

    /// <summary>True to wait as Azure lets one wait; false answers at once.</summary>
    public bool RealTime { get; init; }
}
