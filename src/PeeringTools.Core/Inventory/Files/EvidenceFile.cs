using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PeeringTools.Files;

namespace PeeringTools.Inventory;

/// <summary>The evidence beside an inventory: <c>inventory.csv.evidence.json</c> for <c>inventory.csv</c>.</summary>
internal static class EvidenceFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Default,
    };

    public static string PathOf(string dataPath) => dataPath + ".evidence.json";

    public static void Write(Stream stream, PeeringInventoryEvidence evidence)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(evidence, Options).Replace("\r\n", "\n") + "\n");
        stream.Write(bytes, 0, bytes.Length);
    }

    /// <summary>The evidence of a data file; null where there is none.</summary>
    /// <exception cref="PeeringException">EvidenceMismatch: the file beside it is no evidence. FileNotAccessible.</exception>
    public static PeeringInventoryEvidence? ReadFor(string dataPath)
    {
        string path = PathOf(dataPath);
        if (!File.Exists(path)) return null;
        byte[] bytes = FileFailures.Guard(path, () => File.ReadAllBytes(path));
        try
        {
            PeeringInventoryEvidence evidence = JsonSerializer.Deserialize<PeeringInventoryEvidence>(bytes, Options)
                ?? throw new JsonException("null");
            (evidence.Path, evidence.EvidencePath) = (dataPath, path);
            return evidence;
        }
        catch (JsonException broken)
        {
            string why = Wording.Fill(InventoryTexts.EvidenceBroken, SafeText.ForMessage(broken.Message));
            throw new PeeringException(PeeringError.Of(nameof(Errors.EvidenceMismatch), path, path, dataPath, why), broken);
        }
    }
}
