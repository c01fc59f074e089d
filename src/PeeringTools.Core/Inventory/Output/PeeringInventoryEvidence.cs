using System.Text.Json.Serialization;

namespace PeeringTools;

/// <summary>What is known about an inventory file: who read what, when, how completely, and the digest that ties it to the data.</summary>
/// <remarks>It stands beside the data as <c>&lt;file&gt;.evidence.json</c>, because the data itself holds nothing that differs from run to run.</remarks>
public sealed class PeeringInventoryEvidence
{
    /// <summary>Full path of the data file; not part of the evidence file.</summary>
    [JsonIgnore]
    public string Path { get; set; } = "";

    /// <summary>Full path of the evidence file; not part of it.</summary>
    [JsonIgnore]
    public string EvidencePath { get; set; } = "";

    /// <summary>Schema of the data.</summary>
    public int SchemaVersion { get; set; }

    /// <summary>Version of the module that wrote it.</summary>
    public string ModuleVersion { get; set; } = "";

    /// <summary>Azure, or LAB for data of the in-process lab.</summary>
    public string Estate { get; set; } = "";

    /// <summary>When the file was written, in UTC.</summary>
    public DateTime ExportedOn { get; set; }

    /// <summary>When the first pair was read, in UTC; null for no pairs.</summary>
    public DateTime? ReadFrom { get; set; }

    /// <summary>When the last pair was read, in UTC; null for no pairs.</summary>
    public DateTime? ReadTo { get; set; }

    /// <summary>What was asked for: Everything, Subscriptions, ResourceGroup, ManagementGroup, or InputObject for pairs from the pipeline.</summary>
    public string Scope { get; set; } = "";

    /// <summary>The subscriptions asked for; empty for the defaults.</summary>
    public string[] SubscriptionIds { get; set; } = [];

    /// <summary>The resource group asked for.</summary>
    public string? ResourceGroupName { get; set; }

    /// <summary>The management group asked for.</summary>
    public string? ManagementGroupId { get; set; }

    /// <summary>ResourceManager, or ResourceGraph for a copy that follows with a delay; null for pairs from the pipeline, which say so themselves.</summary>
    public string? Source { get; set; }

    /// <summary>Who read it; empty for pairs from the pipeline.</summary>
    public PeeringInventoryIdentity[] Identities { get; set; } = [];

    /// <summary>True when everything in the scope was read; null for pairs from the pipeline, of which nobody knows what was left out.</summary>
    public bool? CoverageComplete { get; set; }

    /// <summary>What was read of each subscription.</summary>
    public PeeringCoverage[] Coverage { get; set; } = [];

    /// <summary>Pairs in the data.</summary>
    public int Rows { get; set; }

    /// <summary>SHA-256 of the data file's bytes, as 64 hex digits.</summary>
    public string Sha256 { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{System.IO.Path.GetFileName(Path)}: {Rows} pairs, {Sha256}";
}
