using System.Globalization;
using PeeringTools.Health;

namespace PeeringTools.Binding;

/// <summary>Which health rules a call means.</summary>
internal static class RuleChoice
{
    /// <summary>The rules that fit one of the patterns, all without any, less those that fit one of the others.</summary>
    /// <exception cref="PeeringException">InvalidInput: a pattern that fits no rule is a mistake, not a wish for less.</exception>
    public static IReadOnlyList<HealthRule> Of(IReadOnlyList<HealthRule> all, string[] wanted, string[] unwanted)
    {
        Func<string, bool>[] with = Patterns(all, wanted);
        Func<string, bool>[] without = Patterns(all, unwanted);
        return [.. all.Where(rule => (with.Length == 0 || with.Any(fits => fits(rule.Id))) && !without.Any(fits => fits(rule.Id)))];
    }

    private static Func<string, bool>[] Patterns(IReadOnlyList<HealthRule> all, string[] patterns) => [.. patterns.Select(pattern =>
    {
        Func<string, bool> fits = Wildcards.Match(pattern)!;
        return all.Any(rule => fits(rule.Id))
            ? fits
            : throw PeeringException.Of(nameof(Errors.InvalidInput), null, string.Format(CultureInfo.InvariantCulture, Messages.NoSuchRule, pattern));
    })];
}
