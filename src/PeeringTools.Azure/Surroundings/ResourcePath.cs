using System.Globalization;

namespace PeeringTools.Azure.Surroundings;

/// <summary>The id of a resource of any kind, checked so that it can be no other path: it comes from an answer or from a user.</summary>
internal sealed class ResourcePath
{
    private ResourcePath(string text, string subscriptionId) => (Text, SubscriptionId) = (text, subscriptionId);

    public string Text { get; }

    public string SubscriptionId { get; }

    /// <exception cref="FormatException">It is no id of a resource in a group.</exception>
    public static ResourcePath Parse(string text)
    {
        string[] parts = text.Split('/');
        bool whole = parts.Length >= 9 && parts[0].Length == 0 && parts.Skip(1).All(IsName)
            && Is(parts[1], "subscriptions") && Is(parts[3], "resourceGroups") && Is(parts[5], "providers");
        return whole
            ? new ResourcePath(text, parts[2])
            : throw new FormatException(string.Format(CultureInfo.InvariantCulture, Messages.NotAnId, SafeText.ForMessage(text, 300)));
    }

    private static bool Is(string part, string word) => string.Equals(part, word, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string part) =>
        part.Length > 0 && part is not ("." or "..") && !part.Any(c => char.IsControl(c) || c is '?' or '#' or '%' or '\\');
}
