namespace PeeringTools.Inventory;

/// <summary>How an inventory is written: something before the rows, each row on its own, something after them. Line feeds end lines.</summary>
internal abstract class InventoryFormat
{
    /// <summary>True where Excel and Windows PowerShell need a byte order mark to see that the file is UTF-8.</summary>
    public virtual bool HasByteOrderMark => false;

    /// <summary>What stands between two rows.</summary>
    public virtual string Separator => "";

    public abstract string Head(string estate);

    /// <summary>One row; its values are those of the schema's columns, in order.</summary>
    public abstract string Row(object?[] values);

    public abstract string Foot { get; }

    /// <summary>The format a file's name asks for.</summary>
    /// <exception cref="PeeringException">InvalidInput: the name does not say.</exception>
    public static InventoryFormat Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => new CsvFormat(),
        ".json" => new JsonFormat(),
        ".html" or ".htm" => new HtmlFormat(),
        _ => throw PeeringException.Of(nameof(Errors.InvalidInput), path, Wording.Fill(InventoryTexts.UnknownFormat, path)),
    };
}
