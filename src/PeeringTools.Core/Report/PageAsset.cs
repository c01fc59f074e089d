using System.Security.Cryptography;
using System.Text;

namespace PeeringTools.Report;

/// <summary>A piece of the page that is part of the module, and the word by which a content security policy lets it in.</summary>
/// <param name="Text">The whole of it, with line feeds alone.</param>
internal sealed record PageAsset(string Text)
{
    /// <summary>In this order: what is declared at the top of one is used when the last of them starts the page.</summary>
    private static readonly string[] Scripts =
        ["data.js", "dom.js", "details.js", "map.js", "mapview.js", "findings.js", "inventory.js", "expiry.js", "page.js"];

    public static PageAsset Template { get; } = new(Load("report.html"));

    public static PageAsset Style { get; } = new("\n" + Load("report.css"));

    public static PageAsset Script { get; } = new("\n" + string.Concat(Scripts.Select(Load)));

    /// <summary>The source expression that matches exactly this text and nothing else.</summary>
    public string Source
    {
        get
        {
            using SHA256 sha = SHA256.Create();
            using MemoryStream text = new(Encoding.UTF8.GetBytes(Text));
            return $"'sha256-{Convert.ToBase64String(sha.ComputeHash(text))}'";
        }
    }

    private static string Load(string name)
    {
        using Stream stream = typeof(PageAsset).Assembly.GetManifestResourceStream("PeeringTools.Report." + name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
