using System.Text;

namespace PeeringTools.Inventory;

/// <summary>Takes comma-separated text apart by RFC 4180, also with the line ends and quotes a spreadsheet saves it with.</summary>
internal sealed class CsvLines(string text)
{
    private int _at;
    private int _line = 1;

    /// <summary>The line the row that was read last begins in.</summary>
    public int Line { get; private set; }

    /// <summary>The cells of the next row; null at the end. Blank lines are passed over.</summary>
    /// <exception cref="CellException">The row's quoting is broken; reading can go on with the next line.</exception>
    public List<string>? Next()
    {
        while (_at < text.Length && text[_at] is '\r' or '\n') this.Step();
        Line = _line;
        if (_at >= text.Length) return null;
        List<string> cells = [];
        do cells.Add(this.Peek() == '"' ? this.Quoted() : this.Plain());
        while (this.Take(','));
        return cells;
    }

    private char Peek() => _at < text.Length ? text[_at] : '\n';

    private void Step()
    {
        if (text[_at] == '\n' || (text[_at] == '\r' && (_at + 1 >= text.Length || text[_at + 1] != '\n'))) _line++;
        _at++;
    }

    private bool Take(char c)
    {
        if (_at >= text.Length || text[_at] != c) return false;
        _at++;
        return true;
    }

    private string Plain()
    {
        int start = _at;
        while (this.Peek() is not (',' or '\r' or '\n'))
        {
            if (text[_at] == '"') throw this.Broken(InventoryTexts.QuoteInCell);
            _at++;
        }

        return text[start.._at];
    }

    private string Quoted()
    {
        StringBuilder cell = new();
        _at++;
        while (_at < text.Length)
        {
            if (text[_at] != '"')
            {
                cell.Append(text[_at]);
                this.Step();
                continue;
            }

            _at++;
            if (this.Take('"')) cell.Append('"');
            else if (this.Peek() is ',' or '\r' or '\n') return cell.ToString();
            else throw this.Broken(InventoryTexts.TextAfterQuote);
        }

        throw this.Broken(InventoryTexts.QuoteNotClosed);
    }

    private CellException Broken(string problem)
    {
        while (_at < text.Length && text[_at] is not ('\r' or '\n')) _at++;
        return new CellException(problem);
    }
}
