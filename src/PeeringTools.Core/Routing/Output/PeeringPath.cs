namespace PeeringTools;

/// <summary>The way from one place to another and back, as the model sees it.</summary>
public sealed class PeeringPath
{
    /// <summary>What was asked for as the source: an id or an address.</summary>
    public string From { get; set; } = "";

    /// <summary>What was asked for as the destination.</summary>
    public string To { get; set; } = "";

    /// <summary>The address the model took for the source.</summary>
    public string? SourceAddress { get; set; }

    /// <summary>The address the model took for the destination.</summary>
    public string? DestinationAddress { get; set; }

    /// <summary>How the two addresses were chosen, in words; empty where addresses were asked for.</summary>
    public string[] Ends { get; set; } = [];

    /// <summary>Tcp, Udp, Icmp or *.</summary>
    public string Protocol { get; set; } = "*";

    /// <summary>Destination port; null for any.</summary>
    public int? Port { get; set; }

    /// <summary>Whether both directions arrive.</summary>
    public PeeringPathVerdict Verdict { get; set; }

    /// <summary>The first thing that stops it or is not known, in words; empty where it is Reachable.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Both directions, hop by hop.</summary>
    public PeeringHop[] Hops { get; set; } = [];

    /// <summary>Whether what was expected came true; null where nothing was expected.</summary>
    public bool? Pass { get; set; }

    /// <summary>What was expected and is otherwise, in words; empty where nothing is.</summary>
    public string Unmet { get; set; } = "";

    /// <summary>What Network Watcher said, in words; empty without -Live.</summary>
    public string[] Live { get; set; } = [];

    /// <summary>Whether Azure's answers are as predicted; null without -Live, or where nothing could be asked.</summary>
    public bool? LiveAgrees { get; set; }

    /// <summary>Where the estate was read.</summary>
    public string Source { get; set; } = "";

    /// <summary>When it was read, in UTC.</summary>
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{From} - {To}: {string.Join(" ", new[] { $"{Verdict}.", Unmet, Reason }.Where(text => text.Length > 0))}";
}
