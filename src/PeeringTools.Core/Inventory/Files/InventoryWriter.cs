using PeeringTools.Files;

namespace PeeringTools.Inventory;

/// <summary>Writes an inventory and the evidence beside it: both or none.</summary>
internal static class InventoryWriter
{
    /// <summary>Says early what would fail late: a file that is there already, or a folder that is not.</summary>
    /// <exception cref="PeeringException">FileExists, or FileNotAccessible.</exception>
    public static void RequireRoom(string path, bool replace)
    {
        StagedFile.RequireRoom(path, replace);
        StagedFile.RequireRoom(EvidenceFile.PathOf(path), replace);
    }

    /// <summary>Writes both files; the evidence gets its rows, times, paths and digest here.</summary>
    /// <exception cref="PeeringException">FileExists, or FileNotAccessible: the files that were there before are untouched.</exception>
    public static PeeringInventoryEvidence Write(string path, InventoryRows rows, PeeringInventoryEvidence evidence, bool replace)
    {
        RequireRoom(path, replace);
        string evidencePath = EvidenceFile.PathOf(path);
        using StagedFile data = new(path);
        using StagedFile proof = new(evidencePath);
        FileFailures.Guard(path, () => data.Fill(rows.WriteTo));
        (evidence.Path, evidence.EvidencePath) = (path, evidencePath);
        (evidence.Rows, evidence.Estate, evidence.ReadFrom, evidence.ReadTo) = (rows.Count, rows.Estate, rows.ReadFrom, rows.ReadTo);
        evidence.SchemaVersion = InventorySchema.Version;
        evidence.ModuleVersion = typeof(InventoryWriter).Assembly.GetName().Version!.ToString(3);
        evidence.Sha256 = FileFailures.Guard(path, () => data.Read(FileDigest.Of));
        FileFailures.Guard(evidencePath, () => proof.Fill(stream => EvidenceFile.Write(stream, evidence)));
        FileFailures.Guard(path, () => data.Commit(replace));
        try
        {
            FileFailures.Guard(evidencePath, () => proof.Commit(replace));
        }
        catch
        {
            data.Undo();
            throw;
        }

        return evidence;
    }
}
