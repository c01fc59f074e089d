namespace PeeringTools;

/// <summary>One rule of the catalogue that Test-PeeringHealth holds against pairs.</summary>
public sealed class PeeringHealthRule
{
    /// <summary>Area and name, for example <c>Sync.StaleCopy</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>What a finding of this rule usually weighs; a single one may weigh less.</summary>
    public PeeringSeverity Severity { get; set; }

    /// <summary>The rule in a few words.</summary>
    public string Title { get; set; } = "";

    /// <summary>When it fires, and why that matters.</summary>
    public string Explanation { get; set; } = "";

    /// <summary>Kinds of resources it reads besides networks and peerings, for example <c>RouteTables</c>.</summary>
    public string[] Needs { get; set; } = [];

    /// <summary>Its page, from the folder of the module. No address of the web: the pages come with the module.</summary>
    public string HelpUri { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Title}";
}
