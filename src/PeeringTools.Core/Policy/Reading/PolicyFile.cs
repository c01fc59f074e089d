using System.Text.Json;
using PeeringTools.Files;

namespace PeeringTools.Policy;

/// <summary>Opens a policy file.</summary>
internal static class PolicyFile
{
    /// <summary>Mistakes shown at most: after so many the file is probably something else.</summary>
    private const int MostShown = 20;

    /// <exception cref="PeeringException">FileNotAccessible, or PolicyInvalid with every mistake, its line and its path.</exception>
    public static PolicyDocument Read(string path) => Parse(path, FileFailures.Guard(path, () => File.ReadAllBytes(path)));

    /// <exception cref="PeeringException">PolicyInvalid.</exception>
    public static PolicyDocument Parse(string path, byte[] json)
    {
        PolicyNode root;
        try
        {
            root = PolicyJson.Parse(json);
        }
        catch (JsonException broken)
        {
            throw Invalid(path, [new PolicyMistake(broken.Path ?? "$", (int)(broken.LineNumber ?? 0) + 1, SafeText.ForMessage(broken.Message, 300))]);
        }

        PolicyDocument document = PolicyReader.Read(path, root, out IReadOnlyList<PolicyMistake> mistakes);
        return mistakes.Count == 0 ? document : throw Invalid(path, mistakes);
    }

    private static PeeringException Invalid(string path, IReadOnlyList<PolicyMistake> mistakes)
    {
        string all = string.Join("; ", mistakes.Take(MostShown).Select(mistake => Wording.Fill(PolicyTexts.MistakeAt, mistake.Line, mistake.Path, mistake.Message)));
        if (mistakes.Count > MostShown) all += "; " + Wording.Fill(PolicyTexts.MoreMistakes, mistakes.Count - MostShown);
        return PeeringException.Of(nameof(Errors.PolicyInvalid), path, path, all);
    }
}
