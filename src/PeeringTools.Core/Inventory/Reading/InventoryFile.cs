using System.Text;
using PeeringTools.Files;

namespace PeeringTools.Inventory;

/// <summary>An inventory read back. Its bytes are read once, so that what was digested is what is taken apart.</summary>
internal sealed class InventoryFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly bool _isJson;

    private InventoryFile(string path, bool isJson, byte[] bytes) => (_path, _isJson, _bytes) = (path, isJson, bytes);

    /// <summary>What stands beside the data and fits it; null where nothing does.</summary>
    public PeeringInventoryEvidence? Evidence { get; private set; }

    /// <summary>What a caller who did not ask for proof should still hear.</summary>
    public string? Warning { get; private set; }

    /// <summary>Opens an inventory.</summary>
    /// <param name="path">Full path of a .csv or .json file.</param>
    /// <param name="verify">True to refuse it without evidence that fits.</param>
    /// <exception cref="PeeringException">
    /// FileNotAccessible, InvalidInput for a format that is not read; with <paramref name="verify"/> EvidenceMissing or EvidenceMismatch.
    /// </exception>
    public static InventoryFile Open(string path, bool verify)
    {
        if (InventoryFormat.Of(path) is HtmlFormat)
            throw PeeringException.Of(nameof(Errors.InvalidInput), path, Wording.Fill(InventoryTexts.HtmlIsForPeople, path));
        byte[] bytes = FileFailures.Guard(path, () => File.ReadAllBytes(path));
        InventoryFile file = new(path, InventoryFormat.Of(path) is JsonFormat, bytes);
        PeeringInventoryEvidence? evidence = null;
        try
        {
            evidence = EvidenceFile.ReadFor(path);
            if (evidence is null && verify) throw PeeringException.Of(nameof(Errors.EvidenceMissing), path, path);
            if (evidence is not null) file.RequireFit(evidence);
            file.Evidence = evidence;
            if (verify && evidence!.CoverageComplete is null) file.Warning = Wording.Fill(InventoryTexts.EvidenceOfPipeline, path);
        }
        catch (PeeringException unfit) when (!verify && unfit.Error.Id == nameof(Errors.EvidenceMismatch))
        {
            file.Warning = $"{unfit.Error.Message} {InventoryTexts.EvidenceNotBelieved}";
        }

        return file;
    }

    /// <summary>The rows, each as a pair or as a problem with its line.</summary>
    /// <exception cref="PeeringException">InventoryUnreadable, InventoryTooNew: the file as a whole; EvidenceMismatch: the number of rows.</exception>
    public IEnumerable<InventoryReading> Rows()
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        using IEnumerator<RawRow> rows = this.Guard(() => this.RawRows().GetEnumerator());
        int count = 0;
        while (this.Guard(rows.MoveNext))
        {
            count++;
            yield return this.ReadingOf(rows.Current, lines);
        }

        if (Evidence is not null && Evidence.Rows != count) throw this.Unfit(Wording.Fill(InventoryTexts.RowsDiffer, count, Evidence.Rows));
    }

    /// <summary>All pairs, for callers who can do nothing with half of them.</summary>
    /// <exception cref="PeeringException">As for <see cref="Rows"/>, and InventoryRowMalformed for the first bad row.</exception>
    public IReadOnlyList<PeeringPair> AllPairs() =>
        [.. this.Rows().Select(row => row.Pair ?? throw new PeeringException(row.Problem!))];

    private InventoryReading ReadingOf(RawRow row, Dictionary<string, int> lines)
    {
        try
        {
            if (row.Problem is not null) throw new CellException(row.Problem);
            PeeringPair pair = InventoryRow.ToPair(row.Values!, Utc.Of(Evidence?.ReadFrom ?? default));
            if (lines.TryGetValue(pair.PairId, out int before)) throw new CellException(Wording.Fill(InventoryTexts.TwiceInFile, before));
            lines.Add(pair.PairId, row.Line);
            return new InventoryReading(pair, null);
        }
        catch (CellException wrong)
        {
            return new InventoryReading(null, PeeringError.Of(nameof(Errors.InventoryRowMalformed), _path, _path, row.Line, SafeText.ForMessage(wrong.Message)));
        }
    }

    private IEnumerable<RawRow> RawRows() => _isJson ? JsonRows.Read(ByteOrderMark.Without(_bytes)) : CsvRows.Read(this.Text());

    private string Text()
    {
        try
        {
            using StreamReader reader = new(new MemoryStream(_bytes), StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableException(InventoryTexts.NotUtf8);
        }
    }

    private void RequireFit(PeeringInventoryEvidence evidence)
    {
        if (evidence.SchemaVersion > InventorySchema.Version) throw this.TooNew(evidence.SchemaVersion);
        string digest = FileDigest.Of(new MemoryStream(_bytes));
        if (!string.Equals(digest, evidence.Sha256, StringComparison.OrdinalIgnoreCase))
            throw this.Unfit(Wording.Fill(InventoryTexts.DigestDiffers, digest, SafeText.ForMessage(evidence.Sha256, 64)));
        if (evidence.CoverageComplete == false) throw this.Unfit(InventoryTexts.CoverageNotComplete);
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UnreadableException unreadable)
        {
            throw PeeringException.Of(nameof(Errors.InventoryUnreadable), _path, _path, unreadable.Message);
        }
        catch (NewerSchemaException newer)
        {
            throw this.TooNew(newer.Version);
        }
    }

    private PeeringException TooNew(int version) => PeeringException.Of(nameof(Errors.InventoryTooNew), _path, _path, version, InventorySchema.Version);

    private PeeringException Unfit(string why) =>
        PeeringException.Of(nameof(Errors.EvidenceMismatch), _path, EvidenceFile.PathOf(_path), _path, why);
}
