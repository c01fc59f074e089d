namespace PeeringTools.Policy;

/// <summary>Whether networks have a role: yes, no, or not known because what decides was not read.</summary>
internal sealed class RoleMatch(PolicyDocument policy)
{
    public bool? Has(PolicySide side, string role)
    {
        if (role == PolicyRole.Everything) return true;
        bool isKnown = true;
        foreach (NetworkDescription description in policy.Roles[role].AnyOf)
        {
            bool? fits = this.Fits(side, description);
            if (fits == true) return true;
            isKnown &= fits is not null;
        }

        return isKnown ? false : null;
    }

    /// <summary>Both at once: a no on either side settles it.</summary>
    public static bool? And(bool? a, bool? b) => a == false || b == false ? false : a == true && b == true ? true : null;

    private bool? Fits(PolicySide side, NetworkDescription description)
    {
        bool? fits = And(AnyOf(description.Names, side.Name), AnyOf(description.ResourceGroups, side.ResourceGroupName));
        fits = And(fits, AnyOf(description.Subscriptions, side.SubscriptionId));
        fits = And(fits, AnyOf(description.Regions, side.Region));
        if (description.Environments.Count > 0) fits = And(fits, TagFits(side, policy.EnvironmentTag, description.Environments));
        foreach (KeyValuePair<string, IReadOnlyList<string>> tag in description.Tags) fits = And(fits, TagFits(side, tag.Key, tag.Value));
        return fits;
    }

    private static bool? AnyOf(IReadOnlyList<string> patterns, string? text) =>
        patterns.Count == 0 ? true : text is null ? null : patterns.Any(pattern => Pattern.Fits(pattern, text));

    private static bool? TagFits(PolicySide side, string name, IReadOnlyList<string> patterns)
    {
        if (side.Tags is null) return null;
        string? value = side.Tags.FirstOrDefault(tag => string.Equals(tag.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null && patterns.Any(pattern => Pattern.Fits(pattern, value));
    }
}
