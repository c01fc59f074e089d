using System.Collections;
using System.Globalization;
using System.Management.Automation;
using PeeringTools.Binding;

namespace PeeringTools.Formatting;

/// <summary>What the format views say of an object. Views call it, so that a view holds no logic of its own.</summary>
/// <remarks>
/// Every argument is what the view has, which after a job or Import-Clixml is text where it once was an enum.
/// Colours are the console's own sixteen; PowerShell 7.2 and later removes them again where output is redirected, and
/// older hosts never get them.
/// </remarks>
public static class PeeringFormat
{
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Red = "\u001b[31m";
    private const string Plain = "\u001b[0m";

    /// <summary>Text that came from Azure, with nothing in it that a terminal would obey.</summary>
    public static string Text(object? value) => SafeText.ForTerminal(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>
    /// The status of a pair, coloured where the host takes colours, with what makes a Connected pair less than it sounds: a narrow
    /// window shows no other column.
    /// </summary>
    /// <param name="pair">A <see cref="PeeringPair"/>, live or from elsewhere.</param>
    /// <param name="style">The session's $PSStyle, null where there is none.</param>
    public static string Status(object? pair, object? style)
    {
        if (pair is null) return "";
        PSObject wrapped = PSObject.AsPSObject(pair);
        string name = Text(wrapped.Properties["Status"]?.Value);
        string but = But(wrapped, name);
        return but.Length == 0
            ? Colour(name, ColourOfStatus(name), style)
            : Colour($"{name} ({but})", name == "Connected" ? Yellow : ColourOfStatus(name), style);
    }

    private static string But(PSObject pair, string status)
    {
        string missing = Text(pair.Properties["MissingSide"]?.Value);
        if (missing is not ("" or "None")) return $"{missing.ToLowerInvariant()} side missing";
        if (status != "Connected") return "";
        if (IsClosed(pair.Properties["Local"]?.Value) && IsClosed(pair.Properties["Remote"]?.Value)) return "access off";
        return Text(pair.Properties["SyncLevel"]?.Value) is "" or "FullyInSync" ? "" : "out of sync";
    }

    private static bool IsClosed(object? side) => side is not null && !IsOn(PSObject.AsPSObject(side), "AllowVirtualNetworkAccess");

    /// <summary>A sync level, coloured where the host takes colours.</summary>
    public static string Sync(object? level, object? style)
    {
        string name = Text(level);
        return Colour(name, name == "FullyInSync" ? Green : name.Length == 0 ? "" : Yellow, style);
    }

    /// <summary>What became of a pair, green where it is as approved and red where it is not.</summary>
    /// <param name="change">A <see cref="PeeringInventoryChangeKind"/> or its name.</param>
    /// <param name="asApproved">True, false, or null where nobody asked.</param>
    /// <param name="style">The session's $PSStyle, null where there is none.</param>
    public static string Change(object? change, object? asApproved, object? style) =>
        Colour(Text(change), asApproved is bool isApproved ? isApproved ? Green : Red : "", style);

    /// <summary>How a pair is, coloured where the host takes colours.</summary>
    /// <param name="verdict">A <see cref="PeeringHealthVerdict"/> or <see cref="PeeringPolicyVerdict"/>, or its name.</param>
    /// <param name="style">The session's $PSStyle, null where there is none.</param>
    public static string Verdict(object? verdict, object? style)
    {
        string name = Text(verdict);
        return Colour(name, name switch { "Healthy" or "Compliant" or "Reachable" => Green, "Broken" or "Violated" or "Blocked" => Red, _ => Yellow }, style);
    }

    /// <summary>How much a finding weighs, coloured where the host takes colours.</summary>
    /// <param name="severity">A <see cref="PeeringSeverity"/> or its name.</param>
    /// <param name="style">The session's $PSStyle, null where there is none.</param>
    public static string Severity(object? severity, object? style)
    {
        string name = Text(severity);
        return Colour(name, name switch { "Error" => Red, "Warning" => Yellow, _ => "" }, style);
    }

    /// <summary>The first of a report's findings, which is its worst, and how many more there are.</summary>
    public static string Worst(object? findings)
    {
        PSObject[] all = findings is IEnumerable items and not string ? [.. items.Cast<object>().Select(PSObject.AsPSObject)] : [];
        if (all.Length == 0) return "";
        string more = all.Length == 1 ? "" : $"(+{all.Length - 1}) ";
        return $"{more}{Text(all[0].Properties["RuleId"]?.Value)}: {Text(all[0].Properties["Message"]?.Value)}";
    }

    /// <summary>The first of a list and how many more there are.</summary>
    public static string First(object? items)
    {
        string[] all = items is IEnumerable many and not string ? [.. many.Cast<object?>().Select(Text)] : [Text(items)];
        return all.Length > 1 ? $"(+{all.Length - 1}) {all[0]}" : all.FirstOrDefault() ?? "";
    }

    /// <summary>A list of sentences, one on each line.</summary>
    public static string Lines(object? items) => items is IEnumerable all and not string
        ? string.Join("\n", all.Cast<object?>().Select(Text))
        : Text(items);

    /// <summary>The flags of a side in words, the ones that are off left out.</summary>
    public static string Flags(object? side)
    {
        if (side is null) return "";
        PSObject wrapped = PSObject.AsPSObject(side);
        if (!IsOn(wrapped, "Exists")) return IsOn(wrapped, "IsVisible") ? "-" : "?";
        List<string> words = [];
        if (IsOn(wrapped, "AllowVirtualNetworkAccess")) words.Add("access");
        if (IsOn(wrapped, "AllowForwardedTraffic")) words.Add("forwarded");
        if (IsOn(wrapped, "AllowGatewayTransit")) words.Add("transit");
        if (IsOn(wrapped, "UseRemoteGateways")) words.Add("remote gateway");
        return words.Count == 0 ? "none" : string.Join(", ", words);
    }

    /// <summary>A list on one line.</summary>
    public static string Join(object? values) => values is IEnumerable items and not string
        ? string.Join(", ", items.Cast<object?>().Select(Text))
        : Text(values);

    /// <summary>The beginning of a digest: enough to compare by eye.</summary>
    public static string Digest(object? digest)
    {
        string text = Text(digest);
        return text.Length <= 16 ? text : text.Substring(0, 16);
    }

    /// <summary>Headers of an answer, one on each line.</summary>
    public static string Headers(object? headers) => headers is not IDictionary map ? Text(headers) : string.Join(
        "\n", map.Cast<DictionaryEntry>().Select(header => $"{Text(header.Key)}: {Text(header.Value)}").OrderBy(line => line, StringComparer.OrdinalIgnoreCase));

    /// <summary>A sentence over several lines: a table's own wrapping breaks words.</summary>
    /// <param name="value">The text.</param>
    /// <param name="width">The longest line; a longer word has a line of its own.</param>
    public static string Wrapped(object? value, int width)
    {
        List<string> lines = [""];
        foreach (string word in Text(value).Trim().Split(' '))
        {
            string last = lines[lines.Count - 1];
            if (last.Length == 0) lines[lines.Count - 1] = word;
            else if (last.Length + 1 + word.Length <= width) lines[lines.Count - 1] = last + " " + word;
            else lines.Add(word);
        }

        return string.Join("\n", lines);
    }

    /// <summary>What -ExpectNextHop takes: the address where there is one, else the type.</summary>
    /// <param name="hop">Type and address, as in <c>VirtualAppliance 10.0.1.4</c>.</param>
    public static string NextHop(object? hop) => Text(hop).Trim().Split(' ').Last();

    /// <summary>The last part of a resource id: the network's own name.</summary>
    public static string Name(object? id)
    {
        string text = Text(id);
        return text.Substring(text.LastIndexOf('/') + 1);
    }

    /// <summary>A plan in words. One that was away in a job or a file has lost them and is told by its head.</summary>
    public static string Plan(object? plan) => Bare.Of(plan) is PeeringChangePlan own
        ? string.Join(Environment.NewLine, own.Describe().Split('\n').Select(line => Text(line.TrimEnd('\r'))))
        : Text(plan);

    /// <summary>The prefixes a sync brought into force (+) and took out of it (-).</summary>
    public static string PrefixChanges(object? result)
    {
        if (result is null) return "";
        PSObject wrapped = PSObject.AsPSObject(result);
        IEnumerable<string> Signed(string sign, params string[] members) => members
            .SelectMany(member => wrapped.Properties[member]?.Value is IEnumerable items ? items.Cast<object?>() : [])
            .Select(prefix => sign + Text(prefix));
        return string.Join(" ", Signed("+", "LocalGained", "RemoteGained").Concat(Signed("-", "LocalLost", "RemoteLost")));
    }

    /// <summary>An instant as yyyy-MM-dd HH:mm UTC; empty when there is none.</summary>
    public static string Instant(object? value) => value switch
    {
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        // What is left of a DateTimeOffset after a job or Import-Clixml.
        PSObject parts when parts.Properties["UtcDateTime"]?.Value is DateTime instant => Instant(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
        _ => Text(value),
    };

    private static bool IsOn(PSObject side, string member) => side.Properties[member]?.Value is true;

    private static string ColourOfStatus(string status) => status switch
    {
        nameof(PeeringPairStatus.Connected) => Green,
        nameof(PeeringPairStatus.Initiated) or nameof(PeeringPairStatus.RemoteNotVisible) => Yellow,
        nameof(PeeringPairStatus.Disconnected) or nameof(PeeringPairStatus.RemoteGone) => Red,
        _ => "",
    };

    /// <summary>A state is told by a sign as well as by its colour, to who does not see the one or has a host without it.</summary>
    private static string Colour(string text, string colour, object? style)
    {
        if (colour.Length == 0) return text;
        string signed = ConsoleSigns.AreShown ? SignOf(colour) + " " + text : text;
        return style is null ? signed : colour + signed + Plain;
    }

    private static string SignOf(string colour) => colour switch
    {
        Green => "\u2713",
        Red => "\u2717",
        _ => "!",
    };
}
