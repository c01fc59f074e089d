using System.Globalization;

namespace PeeringTools.Health;

/// <summary>The words of the rules: each text of HealthTexts is named by its rule and its part.</summary>
internal static class RuleTexts
{
    public const string Title = "Title";
    public const string Fires = "Fires";
    public const string Why = "Why";
    public const string Message = "Message";
    public const string Advice = "Advice";

    /// <exception cref="InvalidOperationException">A rule without its words, which a test finds before anybody else does.</exception>
    public static string Of(string ruleId, string part) =>
        HealthTexts.ResourceManager.GetString(ruleId.Replace(".", "") + part, CultureInfo.InvariantCulture)
        ?? throw new InvalidOperationException($"The rule {ruleId} has no text {part}.");

    public static string Fill(string ruleId, string part, IReadOnlyList<object?> arguments) => Wording.Fill(Of(ruleId, part), [.. arguments]);
}
