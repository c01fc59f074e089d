using System.Globalization;

namespace PeeringTools.Inventory;

/// <summary>The rows of a CSV inventory. Its columns may stand in any order, but must be exactly the schema's.</summary>
internal static class CsvRows
{
    /// <exception cref="UnreadableException">The header is not that of an inventory.</exception>
    /// <exception cref="NewerSchemaException">The first row is of a later schema version.</exception>
    public static IEnumerable<RawRow> Read(string text)
    {
        CsvLines lines = new(text);
        List<string> header = Header(lines);
        int[]? positions = null;
        while (true)
        {
            List<string>? cells = null;
            string? problem = null;
            try
            {
                cells = lines.Next();
                if (cells is null) break;
            }
            catch (CellException broken)
            {
                problem = broken.Message;
            }

            // The version comes before the header is judged: a later schema may well have other columns.
            if (cells is not null && positions is null) RequireKnownVersion(header, cells);
            positions ??= Positions(header);
            yield return problem is null ? RowOf(lines.Line, cells!, positions) : new RawRow(lines.Line, null, problem);
        }

        _ = positions ?? Positions(header);
    }

    private static List<string> Header(CsvLines lines)
    {
        try
        {
            return lines.Next() ?? throw new UnreadableException(InventoryTexts.NoHeader);
        }
        catch (CellException broken)
        {
            throw new UnreadableException(broken.Message);
        }
    }

    private static void RequireKnownVersion(List<string> header, List<string> cells)
    {
        int at = header.IndexOf(InventorySchema.VersionColumn);
        if (at < 0 || at >= cells.Count) return;
        if (int.TryParse(cells[at], NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version > InventorySchema.Version)
            throw new NewerSchemaException(version);
    }

    private static int[] Positions(List<string> header)
    {
        int[] positions = [.. header.Select(InventorySchema.IndexOf)];
        for (int i = 0; i < positions.Length; i++)
        {
            if (positions[i] < 0) throw new UnreadableException(Wording.Fill(InventoryTexts.ColumnUnknown, SafeText.ForMessage(header[i], 80), InventorySchema.Version));
            if (Array.IndexOf(positions, positions[i]) != i) throw new UnreadableException(Wording.Fill(InventoryTexts.ColumnTwice, header[i]));
        }

        InventoryColumn? missing = InventorySchema.Columns.Where((_, i) => !positions.Contains(i)).FirstOrDefault();
        return missing is null ? positions : throw new UnreadableException(Wording.Fill(InventoryTexts.ColumnMissing, missing.Name));
    }

    private static RawRow RowOf(int line, List<string> cells, int[] positions)
    {
        if (cells.Count != positions.Length) return new RawRow(line, null, Wording.Fill(InventoryTexts.CellCount, cells.Count, positions.Length));
        object?[] values = new object?[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            InventoryColumn column = InventorySchema.Columns[positions[i]];
            try
            {
                values[positions[i]] = ValueOf(column, cells[i]);
            }
            catch (CellException wrong)
            {
                return new RawRow(line, null, $"{column.Name}: {wrong.Message}");
            }
        }

        return new RawRow(line, values, null);
    }

    private static object? ValueOf(InventoryColumn column, string cell)
    {
        if (column.Kind == CellKind.List) return cell.Length == 0 ? [] : Array.ConvertAll(cell.Split(';'), CsvCell.Read);
        if (cell.Length == 0) return column.Kind == CellKind.Text && !column.IsOptional && column.Choices.Count == 0 ? "" : null;
        return column.Kind switch
        {
            CellKind.Number => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? number : throw Wrong(InventoryTexts.NoNumber, cell),
            // A spreadsheet that saves the file writes TRUE.
            CellKind.Flag => bool.TryParse(cell, out bool flag) ? flag : throw Wrong(InventoryTexts.NoFlag, cell),
            _ => CsvCell.Read(cell),
        };
    }

    private static CellException Wrong(string text, string cell) => new(Wording.Fill(text, SafeText.ForMessage(cell, 80)));
}
