namespace PeeringTools.Policy;

/// <summary>Makes a policy of its nodes. Unknown members are mistakes: a misspelt rule that nobody enforces is worse than none.</summary>
internal sealed class PolicyReader(string path)
{
    private const string Forbid = "forbid";

    private readonly PolicyShape _shape = new();

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">For messages.</param>
    /// <param name="root">The file's root value.</param>
    /// <param name="mistakes">All that is wrong; the document counts only where this is empty.</param>
    public static PolicyDocument Read(string path, PolicyNode root, out IReadOnlyList<PolicyMistake> mistakes)
    {
        PolicyReader reader = new(path);
        PolicyDocument document = reader.Read(root);
        mistakes = reader._shape.Mistakes;
        return document;
    }

    private PolicyDocument Read(PolicyNode root)
    {
        PolicyDocument document = new() { Path = path };
        if (_shape.Object(root, "$schema", "version", "description", "environmentTag", "unlisted", "roles", "rules") is not PolicyObject policy) return document;
        if (policy["version"] is not PolicyScalar { Value: double and PolicyDocument.Version })
            _shape.Wrong(policy["version"] ?? policy, PolicyTexts.VersionExpected, PolicyDocument.Version);
        _ = _shape.Text(policy["description"]);
        _ = _shape.Text(policy["$schema"]);
        Dictionary<string, PolicyRole> roles = this.Roles(policy["roles"]);
        return document with
        {
            EnvironmentTag = _shape.Text(policy["environmentTag"]) ?? document.EnvironmentTag,
            AllowsUnlisted = !string.Equals(_shape.Choice(policy["unlisted"], "allow", Forbid), Forbid, StringComparison.OrdinalIgnoreCase),
            Roles = roles,
            Rules = new PolicyRuleReader(_shape, roles.Keys).Read(policy["rules"] ?? policy),
        };
    }

    private Dictionary<string, PolicyRole> Roles(PolicyNode? node)
    {
        Dictionary<string, PolicyRole> roles = new(StringComparer.Ordinal);
        if (node is null) return roles;
        if (node is not PolicyObject given)
        {
            _shape.Wrong(node, PolicyTexts.ObjectExpected);
            return roles;
        }

        foreach (PolicyMember member in given.Members)
        {
            if (member.Name is PolicyRole.Everything or PolicyRuleReader.BothSides) _shape.Wrong(member.Value, PolicyTexts.RoleNameTaken, member.Name);
            roles[member.Name] = new PolicyRole(member.Name, [.. PolicyShape.OneOrMore(member.Value).Select(this.Description).OfType<NetworkDescription>()]);
        }

        return roles;
    }

    private NetworkDescription? Description(PolicyNode node)
    {
        if (_shape.Object(node, "name", "resourceGroup", "subscription", "region", "environment", "tags") is not PolicyObject given) return null;
        if (given.Members.Count == 0) _shape.Wrong(node, PolicyTexts.DescriptionEmpty);
        Dictionary<string, IReadOnlyList<string>> tags = new(StringComparer.OrdinalIgnoreCase);
        if (given["tags"] is PolicyObject named)
            foreach (PolicyMember tag in named.Members) tags[tag.Name] = _shape.Texts(tag.Value);
        else if (given["tags"] is { } other) _shape.Wrong(other, PolicyTexts.ObjectExpected);
        return new NetworkDescription
        {
            Names = _shape.Texts(given["name"]),
            ResourceGroups = _shape.Texts(given["resourceGroup"]),
            Subscriptions = _shape.Texts(given["subscription"]),
            Regions = _shape.Texts(given["region"]),
            Environments = _shape.Texts(given["environment"]),
            Tags = tags,
        };
    }
}
