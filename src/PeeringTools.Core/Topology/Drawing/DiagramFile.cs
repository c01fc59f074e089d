using System.Text;
using PeeringTools.Files;

namespace PeeringTools.Topology;

/// <summary>Writes a diagram to a file, whole or not at all.</summary>
internal static class DiagramFile
{
    /// <returns>How many characters the diagram has.</returns>
    /// <exception cref="PeeringException">FileExists, or FileNotAccessible: the file that was there before is untouched.</exception>
    public static int Write(string path, Diagram diagram, DiagramFormat format, bool replace)
    {
        StagedFile.RequireRoom(path, replace);
        using StringWriter text = new();
        format.Write(diagram, text);
        byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text.ToString());
        using StagedFile file = new(path);
        FileFailures.Guard(path, () => file.Fill(stream => stream.Write(bytes, 0, bytes.Length)));
        FileFailures.Guard(path, () => file.Commit(replace));
        return text.GetStringBuilder().Length;
    }
}
