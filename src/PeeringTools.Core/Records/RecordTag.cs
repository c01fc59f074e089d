using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PeeringTools.Records;

/// <summary>The tag a record is written as: <c>PeeringTools:&lt;peering name&gt;</c> = <c>pair=...;expires=...;owner=...</c>.</summary>
/// <remarks>Sizes and forbidden characters: Azure Resource Manager, "Use tags to organize your Azure resources".</remarks>
internal static class RecordTag
{
    public const string NamePrefix = "PeeringTools:";

    /// <summary>Characters a tag's value may have at most.</summary>
    public const int MaximumLength = 256;

    /// <summary>Tags a resource may have at most.</summary>
    public const int MaximumTags = 50;

    private const string Forbidden = "<>%&\\?/";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static bool IsName(string tagName) => tagName.StartsWith(NamePrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The tag's name for the peering of that name.</summary>
    /// <exception cref="PeeringException">RecordNameForbidden: Azure allows a character in a peering's name that it forbids in a tag's.</exception>
    public static string NameOf(string peeringName)
    {
        string forbidden = new([.. peeringName.Where(c => Forbidden.Contains(c))]);
        if (forbidden.Length > 0) throw PeeringException.Of(nameof(Errors.RecordNameForbidden), null, peeringName, forbidden);
        return NamePrefix + peeringName;
    }

    /// <summary>The tag's value.</summary>
    /// <exception cref="PeeringException">RecordTooLong, so that nothing is written before it is known to fit.</exception>
    public static string Format(PeeringRecord record)
    {
        StringBuilder value = new("pair=" + record.PairId);
        Append(value, "expires", Say(record.Expires));
        Append(value, "owner", record.Owner);
        Append(value, "ticket", record.Ticket);
        Append(value, "created", Say(record.Created));
        Append(value, "parked", record.Parked switch
        {
            PeeringDirection.Local => "L",
            PeeringDirection.Remote => "R",
            PeeringDirection.Both => "B",
            _ => null,
        });
        return value.Length <= MaximumLength
            ? value.ToString()
            : throw PeeringException.Of(nameof(Errors.RecordTooLong), null, record.PairId, value.Length, MaximumLength);
    }

    /// <summary>Reads a value. Keys of a later version are passed over; a key twice, or a value that cannot be read, is no record.</summary>
    public static bool TryParse(string value, [NotNullWhen(true)] out PeeringRecord? record)
    {
        record = null;
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (string part in value.Split(';'))
        {
            int at = part.IndexOf('=');
            if (at <= 0 || fields.ContainsKey(part[..at]) || !TryDecode(part[(at + 1)..], out string? text)) return false;
            fields.Add(part[..at], text);
        }

        if (!fields.TryGetValue("pair", out string? pair) || pair.Length == 0) return false;
        if (!TryInstant(fields, "expires", out DateTimeOffset? expires) || !TryInstant(fields, "created", out DateTimeOffset? created)) return false;
        if (!TryParked(fields, out PeeringDirection? parked)) return false;
        record = new PeeringRecord
        {
            PairId = pair,
            Expires = expires,
            Owner = fields.TryGetValue("owner", out string? owner) ? owner : null,
            Ticket = fields.TryGetValue("ticket", out string? ticket) ? ticket : null,
            Created = created,
            Parked = parked,
        };
        return true;
    }

    private static void Append(StringBuilder value, string key, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        _ = value.Append(';').Append(key).Append('=');
        foreach (char c in text!)
        {
            // A line break in a tag would break the lines of every plan that shows it.
            if (c is '%' or ';' or '=' || (c < 128 && char.IsControl(c))) _ = value.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else _ = value.Append(c);
        }
    }

    private static string? Say(DateTimeOffset? instant) => instant?.ToUniversalTime().ToString(InstantFormat, CultureInfo.InvariantCulture);

    private static bool TryInstant(Dictionary<string, string> fields, string key, out DateTimeOffset? instant)
    {
        instant = null;
        if (!fields.TryGetValue(key, out string? text)) return true;
        if (!DateTimeOffset.TryParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read)) return false;
        instant = read;
        return true;
    }

    private static bool TryParked(Dictionary<string, string> fields, out PeeringDirection? parked)
    {
        parked = null;
        if (!fields.TryGetValue("parked", out string? text)) return true;
        parked = text switch
        {
            "L" => PeeringDirection.Local,
            "R" => PeeringDirection.Remote,
            "B" => PeeringDirection.Both,
            _ => null,
        };
        return parked is not null;
    }

    /// <summary>A bare equals sign or a broken escape means that somebody else has had a hand in it.</summary>
    private static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        StringBuilder plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '=') return false;
            if (text[i] != '%')
            {
                _ = plain.Append(text[i]);
                continue;
            }

            string code = i + 2 < text.Length ? text.Substring(i + 1, 2) : "";
            if (!byte.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value) || value > 127) return false;
            _ = plain.Append((char)value);
            i += 2;
        }

        decoded = plain.ToString();
        return true;
    }
}
