namespace PeeringTools;

/// <summary>A report that was written, in numbers.</summary>
public sealed class PeeringReport
{
    /// <summary>Full path of the page.</summary>
    public string Path { get; set; } = "";

    /// <summary>What the page is called.</summary>
    public string Title { get; set; } = "";

    /// <summary>Azure, or LAB for data of the in-process lab.</summary>
    public string Estate { get; set; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTime ExportedOn { get; set; }

    /// <summary>True when everything in the scope was read; null for pairs from the pipeline, of which nobody knows what was left out.</summary>
    public bool? CoverageComplete { get; set; }

    /// <summary>Virtual networks in the report, those without a pair included where they were read.</summary>
    public int Networks { get; set; }

    /// <summary>Pairs in the report.</summary>
    public int Pairs { get; set; }

    /// <summary>Pairs without a finding above Information.</summary>
    public int Healthy { get; set; }

    /// <summary>Pairs with a Warning and no Error.</summary>
    public int Degraded { get; set; }

    /// <summary>Pairs with an Error.</summary>
    public int Broken { get; set; }

    /// <summary>Pairs of which nothing can be claimed.</summary>
    public int Unknown { get; set; }

    /// <summary>Findings of severity Error.</summary>
    public int Errors { get; set; }

    /// <summary>Findings of severity Warning.</summary>
    public int Warnings { get; set; }

    /// <summary>SHA-256 of the rows as Export-PeeringInventory writes them to a .json file, as 64 hex digits. The report itself says it too.</summary>
    public string Sha256 { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Networks} networks, {Pairs} pairs";
}
