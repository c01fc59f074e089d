using System.Text;
using System.Text.RegularExpressions;

namespace PeeringTools.Report;

/// <summary>
/// Writes a report as one HTML page that opens anywhere: nothing is loaded, only the module's own script and style run, and no text from
/// Azure can become either.
/// </summary>
internal static class ReportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the page; the stream stays open.</summary>
    public static void Write(Stream stream, ReportContent content)
    {
        using StreamWriter page = new(stream, Utf8, 1 << 14, leaveOpen: true);
        // What the pattern captures comes between the parts: every other one is the name of a hole.
        string[] parts = Regex.Split(PageAsset.Template.Text, @"<!--\{(\w+)\}-->");
        for (int i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0) page.Write(parts[i]);
            else Fill(page, parts[i], content);
        }
    }

    private static void Fill(StreamWriter page, string hole, ReportContent content)
    {
        switch (hole)
        {
            case "policy": page.Write(Policy()); break;
            case "title": page.Write(HtmlText.Encode(content.Title)); break;
            case "style": page.Write(PageAsset.Style.Text); break;
            case "script": page.Write(PageAsset.Script.Text); break;
            case "summary": SummarySection.Write(page, content); break;
            case "evidence": EvidenceSection.Write(page, content); break;
            case "data":
                page.Flush();
                new ReportData(content).Write(page.BaseStream);
                break;
            default: throw new InvalidOperationException(hole);
        }
    }

    private static string Policy() =>
        $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {PageAsset.Script.Source}; "
        + $"style-src {PageAsset.Style.Source}; base-uri 'none'; form-action 'none'\">";
}
