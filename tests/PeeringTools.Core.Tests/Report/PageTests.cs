using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PeeringTools.Health;
using PeeringTools.Topology;

namespace PeeringTools.Report;

/// <summary>The page itself: what may run in it, what it asks for, and what becomes of texts that mean harm.</summary>
public sealed class PageTests
{
    private static readonly string[] Elements =
    [
        "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "nav", "main", "section", "p", "div", "dl", "dt", "dd", "bdi", "ul", "ol", "li",
        "form", "label", "input", "select", "option", "button", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "aside", "script",
    ];

    [Fact]
    public void The_policy_lets_in_exactly_the_script_and_the_style_that_stand_in_the_page()
    {
        Sheet page = Sheet.Of(Sheet.Live(BrokenEstates.Couple()));

        Assert.Equal(
            $"default-src 'none'; script-src 'sha256-{HashOf(page.Script)}'; style-src 'sha256-{HashOf(page.Style)}'; base-uri 'none'; form-action 'none'",
            page.Policy);
        Assert.True(page.Html.IndexOf("Content-Security-Policy", StringComparison.Ordinal) < page.Html.IndexOf("<style>", StringComparison.Ordinal), "The policy comes first.");
    }

    [Fact]
    public void Nothing_in_the_page_has_a_style_or_a_handler_of_its_own()
    {
        Sheet page = Sheet.Of(Sheet.Live(BrokenEstates.Couple()));
        Assert.DoesNotMatch(@"\s(style|on\w+)\s*=", page.Markup);
        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttribute\(""style", page.Script);
    }

    [Fact]
    public void Nothing_in_the_page_leads_out_of_it()
    {
        Sheet page = Sheet.Of(Sheet.Live(BrokenEstates.Couple()));
        string own = page.Markup + page.Style + page.Script;
        // A name of what is drawn, which nobody asks for.
        Assert.Equal(["http://www.w3.org/2000/svg"], Regex.Matches(own, @"\w+://[^""'\s)]+").Select(match => match.Value).Distinct());
        Assert.DoesNotMatch(@"\ssrc=|href=""[^#]|url\(|@import|\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bimport\b", own);
    }

    [Fact]
    public void Texts_that_mean_harm_are_text_in_the_data_and_end_nothing()
    {
        PeeringPair[] pairs = [.. Corpus.Hostile.Select((text, number) => Town.Pair($"hub-{number}", $"spoke-{number}", pair =>
        {
            (pair.Local.VirtualNetworkName, pair.Remote.Location, pair.Local.PeeringState, pair.SyncLevel, pair.ManagedBy) = (text, text, text, text, text);
            (pair.Owner, pair.Ticket, pair.Remote.Name, pair.Local.RemoteAddressSpace, pair.Local.VirtualNetworkAddressSpace) = (text, text, text, [text], [text]);
        }))];
        Sheet page = Sheet.Of(Sheet.Plain(pairs));

        Assert.DoesNotContain(page.Data, letter => letter is < ' ' or > '~' or '<' or '>' or '&' or '\'');
        Assert.Equal(
            Corpus.Hostile.Select(SafeText.ForTerminal).Order(StringComparer.Ordinal),
            page.Json["pairs"]!.AsArray().Select(pair => (string?)pair!["ticket"] ?? "").Order(StringComparer.Ordinal));
        Assert.Equal(2, Regex.Count(page.Html, "<script"));
    }

    [Fact]
    public void Texts_that_mean_harm_are_text_in_the_title_and_the_evidence()
    {
        string all = string.Join('\n', Corpus.Hostile);
        PeeringInventoryEvidence evidence = Sheet.Evidence();
        (evidence.Identities[0].Account, evidence.Coverage[0].Reason, evidence.ResourceGroupName, evidence.Scope) = (all, all, all, "ResourceGroup");
        Sheet page = Sheet.Of(ReportMaker.Make(all, [Town.Pair("a", "b")], evidence, null, null));

        Assert.Empty(Regex.Matches(page.Markup, @"<(\w+)").Select(match => match.Groups[1].Value).Except(Elements));
        Assert.DoesNotContain(page.Html, letter => (char.IsControl(letter) && letter != '\n') || letter is '\u202E' or '\u200F' or '\u2028' or '\uFEFF');
        Assert.Equal(4 + 1, Regex.Count(page.Markup, Regex.Escape(HtmlText.Encode("</title><script>alert(1)</script>"))));
    }

    [Fact]
    public void A_hole_of_the_page_that_nobody_fills_is_none()
    {
        Sheet page = Sheet.Of(Sheet.Plain());
        Assert.DoesNotContain("<!--", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", page.Html, StringComparison.Ordinal);
    }

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
