namespace PeeringTools;

/// <summary>The running lab as Get-PeeringLab shows it.</summary>
public sealed class PeeringLab
{
    /// <summary>The estate's name, or the file it was read from.</summary>
    public string Estate { get; set; } = "";

    /// <summary>The lab's own time, in UTC.</summary>
    public DateTime Now { get; set; }

    /// <summary>Time between a request and its answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Who the session is in the lab.</summary>
    public string Account { get; set; } = "";

    /// <summary>The tenants that account is in.</summary>
    public string[] Tenants { get; set; } = [];

    /// <summary>Every request the lab has answered, oldest first.</summary>
    public PeeringLabRequest[] Requests { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"LAB {Estate}";
}
