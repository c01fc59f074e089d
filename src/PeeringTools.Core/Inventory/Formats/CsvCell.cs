using System.Globalization;
using System.Text;

namespace PeeringTools.Inventory;

/// <summary>
/// The text of a cell, or of one item of a list in a cell, so that no spreadsheet runs it and no separator splits it.
/// </summary>
/// <remarks>
/// Text that a spreadsheet could take for a formula gets an apostrophe in front, and so does text that begins with one: exactly one
/// is taken away again on reading. Semicolons (the separator of lists, and of whole rows where Excel's list separator is one), percent
/// signs and control characters become <c>%XX</c>. An apostrophe alone is an empty text, where a blank cell means none.
/// </remarks>
internal static class CsvCell
{
    private const char Guard = '\'';

    /// <summary>Also the full-width forms, which Excel in East Asian settings takes for the plain ones.</summary>
    private const string FormulaStarts = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Write(string text, InventoryColumn column)
    {
        if (text.Length == 0) return Guard.ToString();
        string escaped = Escape(text);
        return column.Choices.Count == 0 && NeedsGuard(escaped) ? Guard + escaped : escaped;
    }

    /// <exception cref="CellException">A percent sign is not followed by two hex digits.</exception>
    public static string Read(string cell)
    {
        int start = cell.Length > 0 && cell[0] == Guard ? 1 : 0;
        int percent = cell.IndexOf('%', start);
        if (percent < 0) return cell[start..];
        StringBuilder text = new(cell, start, percent - start, cell.Length);
        for (int i = percent; i < cell.Length; i++)
        {
            if (cell[i] != '%')
            {
                text.Append(cell[i]);
                continue;
            }

            string code = i + 2 < cell.Length ? cell.Substring(i + 1, 2) : "";
            if (!byte.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte unit))
                throw new CellException(Wording.Fill(InventoryTexts.NoEscape, i + 1));
            text.Append((char)unit);
            i += 2;
        }

        return text.ToString();
    }

    private static string Escape(string text)
    {
        int index = 0;
        while (index < text.Length && !IsEscaped(text[index])) index++;
        if (index == text.Length) return text;
        StringBuilder escaped = new(text, 0, index, text.Length + 8);
        for (; index < text.Length; index++)
        {
            if (IsEscaped(text[index])) escaped.Append('%').Append(((int)text[index]).ToString("X2", CultureInfo.InvariantCulture));
            else escaped.Append(text[index]);
        }

        return escaped.ToString();
    }

    private static bool IsEscaped(char c) => c is '%' or ';' || char.IsControl(c);

    /// <summary>Blanks and invisible marks in front do not keep every spreadsheet from seeing the formula behind them.</summary>
    private static bool NeedsGuard(string text)
    {
        if (text[0] == Guard) return true;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            return FormulaStarts.Contains(c);
        }

        return false;
    }
}
