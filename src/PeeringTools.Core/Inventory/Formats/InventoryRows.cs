using System.Text;

namespace PeeringTools.Inventory;

/// <summary>Collects pairs in any order, keeping of each only its finished row, and writes them sorted.</summary>
internal sealed class InventoryRows(InventoryFormat format)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Dictionary<(string Local, string Remote), byte[]> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Azure or LAB, by the first pair; Azure while there is none.</summary>
    public string Estate { get; set; } = InventorySchema.Azure;

    /// <summary>When the first and the last of the pairs was read; null while that is not known.</summary>
    public DateTime? ReadFrom { get; private set; }

    public DateTime? ReadTo { get; private set; }

    /// <summary>Takes a pair. The same pair twice counts once.</summary>
    /// <exception cref="PeeringException">DuplicatePair: it came before and was another then. InvalidInput: lab and Azure are mixed.</exception>
    public void Add(PeeringPair pair)
    {
        object?[] values = InventoryRow.Of(pair);
        string estate = PairColumns.EstateOf(pair);
        if (_rows.Count == 0) Estate = estate;
        if (estate != Estate) throw PeeringException.Of(nameof(Errors.InvalidInput), pair.Local.VirtualNetworkId, InventoryTexts.MixedEstates);
        (string Local, string Remote) key = InventoryRow.KeyOf(values);
        byte[] row = Utf8.GetBytes(format.Row(values));
        if (_rows.TryGetValue(key, out byte[]? before) && !row.AsSpan().SequenceEqual(before))
            throw PeeringException.Of(nameof(Errors.DuplicatePair), pair.Local.VirtualNetworkId, pair.ToString());
        _rows[key] = row;
        this.Remember(pair.AsOf);
    }

    public void WriteTo(Stream stream)
    {
        if (format.HasByteOrderMark) Write(stream, Encoding.UTF8.GetPreamble());
        Write(stream, Utf8.GetBytes(format.Head(Estate)));
        byte[] separator = [];
        foreach ((string Local, string Remote) key in _rows.Keys.OrderBy(key => key, Comparer<(string, string)>.Create(InventoryRow.Compare)))
        {
            Write(stream, separator);
            Write(stream, _rows[key]);
            separator = Utf8.GetBytes(format.Separator);
        }

        Write(stream, Utf8.GetBytes(format.Foot));
    }

    private void Remember(DateTime asOf)
    {
        if (asOf == default) return;
        asOf = Utc.Of(asOf);
        if (ReadFrom is null || asOf < ReadFrom) ReadFrom = asOf;
        if (ReadTo is null || asOf > ReadTo) ReadTo = asOf;
    }

    private static void Write(Stream stream, byte[] bytes) => stream.Write(bytes, 0, bytes.Length);
}
