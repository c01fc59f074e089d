using System.Globalization;
using System.Text;

namespace PeeringTools.Inventory;

/// <summary>A page with one table for people: nothing is loaded, nothing runs, and no text can become markup or turn its neighbours around.</summary>
internal sealed class HtmlFormat : InventoryFormat
{
    private const string Style =
        "body{font:14px system-ui,sans-serif;margin:1.5em}table{border-collapse:collapse}"
        + "th,td{border:1px solid #ccc;padding:.25em .5em;text-align:left;vertical-align:top;white-space:nowrap}"
        + "th{position:sticky;top:0;background:#eee}tr:nth-child(even){background:#f7f7f7}.lab{background:#fc6;padding:.5em;font-weight:bold}";

    public override string Foot => "</tbody>\n</table>\n</body>\n</html>\n";

    public override string Head(string estate)
    {
        StringBuilder page = new("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append("<title>").Append(HtmlText.Encode(InventoryTexts.HtmlTitle)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n");
        page.Append("<h1>").Append(HtmlText.Encode(InventoryTexts.HtmlTitle)).Append("</h1>\n");
        if (estate == InventorySchema.Lab) page.Append("<p class=\"lab\">").Append(HtmlText.Encode(InventoryTexts.HtmlLab)).Append("</p>\n");
        page.Append("<table>\n<thead><tr>");
        foreach (InventoryColumn column in InventorySchema.Columns)
            page.Append("<th title=\"").Append(HtmlText.Encode(column.Description)).Append("\">").Append(HtmlText.Encode(column.Name)).Append("</th>");
        return page.Append("</tr></thead>\n<tbody>\n").ToString();
    }

    public override string Row(object?[] values)
    {
        StringBuilder row = new("<tr>");
        foreach (object? value in values) row.Append("<td><bdi>").Append(HtmlText.Encode(TextOf(value))).Append("</bdi></td>");
        return row.Append("</tr>\n").ToString();
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        string[] list => string.Join(", ", list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
