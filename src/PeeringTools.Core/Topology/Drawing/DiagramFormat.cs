namespace PeeringTools.Topology;

/// <summary>A way to write a diagram down. Line feeds end lines, and the text is UTF-8 without a byte order mark.</summary>
internal abstract class DiagramFormat
{
    /// <summary>The endings of the files, as <see cref="Of"/> takes them.</summary>
    public static readonly IReadOnlyList<string> Names = ["svg", "mmd", "dot", "drawio"];

    public abstract void Write(Diagram diagram, TextWriter output);

    /// <summary>The format a name, or else a file's ending, asks for.</summary>
    /// <exception cref="PeeringException">InvalidInput: neither says one.</exception>
    public static DiagramFormat Of(string path, string? name) => (name ?? Path.GetExtension(path).TrimStart('.')).ToLowerInvariant() switch
    {
        "svg" => new SvgFormat(),
        "mmd" => new MermaidFormat(),
        "dot" => new DotFormat(),
        "drawio" => new DrawioFormat(),
        _ => throw PeeringException.Of(nameof(Errors.InvalidInput), path, Wording.Fill(DiagramTexts.UnknownFormat, path)),
    };
}
