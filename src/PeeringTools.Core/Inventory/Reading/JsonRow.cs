using System.Text.Json;

namespace PeeringTools.Inventory;

/// <summary>Takes one object of a JSON inventory. The first thing that is wrong is kept, and the rest of the object passed over.</summary>
internal sealed class JsonRow
{
    private readonly object?[] _values = new object?[InventorySchema.Columns.Count];
    private readonly bool[] _isGiven = new bool[InventorySchema.Columns.Count];
    private string? _problem;

    /// <summary>Reads from the object's start to its end.</summary>
    /// <exception cref="NewerSchemaException">The row says that it is of a later schema version.</exception>
    public void Read(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            _ = reader.Read();
            int index = InventorySchema.IndexOf(name);
            if (index < 0) this.Refuse(Wording.Fill(InventoryTexts.ColumnUnknown, SafeText.ForMessage(name, 80), InventorySchema.Version), ref reader);
            else if (_isGiven[index]) this.Refuse(Wording.Fill(InventoryTexts.ColumnTwice, name), ref reader);
            else this.Take(index, ref reader);
        }
    }

    /// <summary>Says what is wrong and goes to the end of the present value.</summary>
    public void Refuse(string problem, ref Utf8JsonReader reader)
    {
        _problem ??= problem;
        reader.Skip();
    }

    public RawRow ToRaw(int line)
    {
        int missing = Array.IndexOf(_isGiven, false);
        if (_problem is null && missing >= 0) _problem = Wording.Fill(InventoryTexts.ColumnMissing, InventorySchema.Columns[missing].Name);
        return _problem is null ? new RawRow(line, _values, null) : new RawRow(line, null, _problem);
    }

    private void Take(int index, ref Utf8JsonReader reader)
    {
        InventoryColumn column = InventorySchema.Columns[index];
        _isGiven[index] = true;
        if (reader.TokenType == JsonTokenType.Null && column.Kind != CellKind.List) return;
        switch (column.Kind)
        {
            case CellKind.Number when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number):
                if (column.Name == InventorySchema.VersionColumn && number > InventorySchema.Version) throw new NewerSchemaException(number);
                _values[index] = number;
                break;
            case CellKind.Text when reader.TokenType == JsonTokenType.String:
                _values[index] = reader.GetString();
                break;
            case CellKind.Flag when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                _values[index] = reader.GetBoolean();
                break;
            case CellKind.List when reader.TokenType == JsonTokenType.StartArray:
                _values[index] = this.List(column, ref reader);
                break;
            default:
                this.Refuse($"{column.Name}: {Expected(column.Kind)}", ref reader);
                break;
        }
    }

    private string[] List(InventoryColumn column, ref Utf8JsonReader reader)
    {
        List<string> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) items.Add(reader.GetString()!);
            else this.Refuse($"{column.Name}: {InventoryTexts.NoText}", ref reader);
        }

        return [.. items];
    }

    private static string Expected(CellKind kind) => kind switch
    {
        CellKind.Number => InventoryTexts.NumberExpected,
        CellKind.Flag => InventoryTexts.FlagExpected,
        CellKind.List => InventoryTexts.NoList,
        _ => InventoryTexts.NoText,
    };
}
