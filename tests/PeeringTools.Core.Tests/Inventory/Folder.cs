using System.Text;

namespace PeeringTools.Inventory;

/// <summary>A folder of a test's own, gone with it, and the way to write and read inventories in it.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inventory-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public IEnumerable<string> Names => _folder.GetFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    public static InventoryRows Rows(string path, IEnumerable<PeeringPair> pairs)
    {
        InventoryRows rows = new(InventoryFormat.Of(path));
        foreach (PeeringPair pair in pairs) rows.Add(pair);
        return rows;
    }

    public static byte[] Bytes(string format, IEnumerable<PeeringPair> pairs)
    {
        using MemoryStream stream = new();
        Rows("x." + format, pairs).WriteTo(stream);
        return stream.ToArray();
    }

    public static string Text(string format, params PeeringPair[] pairs) => Encoding.UTF8.GetString(Bytes(format, pairs)).TrimStart('\uFEFF');

    /// <summary>Exports as from the pipeline.</summary>
    public PeeringInventoryEvidence Export(string name, IEnumerable<PeeringPair> pairs, bool replace = false) =>
        InventoryWriter.Write(this[name], Rows(name, pairs), EvidenceMaker.Pipeline(TimeProvider.System), replace);

    public string Put(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public List<InventoryReading> Read(string name, bool verify = false) => [.. InventoryFile.Open(this[name], verify).Rows()];

    /// <summary>The problem of the one malformed row.</summary>
    public PeeringError Problem(string name)
    {
        PeeringError? problem = Assert.Single(this.Read(name), row => row.Problem is not null).Problem;
        return problem!;
    }
}
