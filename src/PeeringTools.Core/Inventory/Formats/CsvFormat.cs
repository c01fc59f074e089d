using System.Globalization;
using System.Text;

namespace PeeringTools.Inventory;

/// <summary>Comma-separated values as RFC 4180 has them, with a header, and never with a line break inside a cell.</summary>
internal sealed class CsvFormat : InventoryFormat
{
    /// <summary>Excel takes a file without one for the machine's own code page, and so does Import-Csv of Windows PowerShell.</summary>
    public override bool HasByteOrderMark => true;

    public override string Foot => "";

    public override string Head(string estate) => string.Join(",", InventorySchema.Columns.Select(column => column.Name)) + "\n";

    public override string Row(object?[] values)
    {
        StringBuilder line = new();
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0) line.Append(',');
            Append(line, CellOf(InventorySchema.Columns[i], values[i]));
        }

        return line.Append('\n').ToString();
    }

    private static string CellOf(InventoryColumn column, object? value) => value switch
    {
        null => "",
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        string[] list => string.Join(";", list.Select(item => CsvCell.Write(item, column))),
        string { Length: 0 } when !column.IsOptional => "",
        string text => CsvCell.Write(text, column),
        _ => throw new InvalidOperationException(column.Name),
    };

    private static void Append(StringBuilder line, string cell)
    {
        bool isPlain = !cell.Contains(',') && !cell.Contains('"') && cell.Trim(' ').Length == cell.Length;
        if (isPlain) line.Append(cell);
        else line.Append('"').Append(cell.Replace("\"", "\"\"")).Append('"');
    }
}
