namespace PeeringTools.Lab.Wire;

/// <summary>A request path taken apart. Names and types keep the case they came in.</summary>
internal sealed class ArmPath
{
    public string? Subscription { get; private set; }

    /// <summary>Whether the path says resourceGroups, with or without a name.</summary>
    public bool AtGroups { get; private set; }

    public string? Group { get; private set; }

    public string? Namespace { get; private set; }

    public List<string> Types { get; } = [];

    /// <summary>One shorter than <see cref="Types"/> for a collection.</summary>
    public List<string> Names { get; } = [];

    /// <summary>What an extension resource (a lock, tags, permissions) hangs on; null when the path is no extension.</summary>
    public ArmPath? Scope { get; private set; }

    /// <summary>Segments that are none of the above.</summary>
    public List<string> Tail { get; } = [];

    public bool IsCollection => Types.Count > Names.Count;

    /// <summary>Namespace and types without names.</summary>
    public string Type => Namespace is null ? "" : Namespace + "/" + string.Join("/", Types);

    /// <summary>The path as an id, in the case it came in, without the last type of a collection.</summary>
    public string Id { get; private set; } = "";

    public static ArmPath Parse(string absolutePath)
    {
        // Some clients send a scope with its slashes encoded, some double a slash; Resource Manager takes both.
        string[] segments = Uri.UnescapeDataString(absolutePath).Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        ArmPath path = new();
        int i = 0;
        if (i < segments.Length && Is(segments[i], "subscriptions"))
        {
            i++;
            path.Subscription = i < segments.Length ? segments[i++] : "";
            if (i < segments.Length && Is(segments[i], "resourceGroups"))
            {
                i++;
                path.AtGroups = true;
                path.Group = i < segments.Length && !Is(segments[i], "providers") ? segments[i++] : null;
            }
        }

        path.Id = path.ScopeId();
        while (i < segments.Length && Is(segments[i], "providers"))
        {
            if (path.Namespace is not null)
            {
                path = new ArmPath { Scope = path, Subscription = path.Subscription, Group = path.Group };
            }

            i = path.ReadProvider(segments, i + 1);
        }

        path.Tail.AddRange(segments.Skip(i));
        path.LiftExtension();
        return path;
    }

    /// <summary>True when this word is all that follows what the path names.</summary>
    public bool IsTail(string word) => Tail.Count == 1 && Is(Tail[0], word);

    public bool IsType(string ns, params string[] types) =>
        Is(Namespace, ns) && Types.Count == types.Length && !Types.Where((t, i) => !Is(t, types[i])).Any();

    private static bool Is(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private int ReadProvider(string[] segments, int i)
    {
        Namespace = i < segments.Length ? segments[i++] : "";
        while (i < segments.Length && !Is(segments[i], "providers"))
        {
            Types.Add(segments[i++]);
            if (i < segments.Length && !Is(segments[i], "providers"))
            {
                Names.Add(segments[i++]);
            }
        }

        string id = (Scope?.Id ?? ScopeId()) + "/providers/" + Namespace;
        for (int n = 0; n < Names.Count; n++)
        {
            id += "/" + Types[n] + "/" + Names[n];
        }

        Id = id;
        return i;
    }

    private string ScopeId() => (Subscription is null ? "" : "/subscriptions/" + Subscription) + (Group is null ? "" : "/resourceGroups/" + Group);

    /// <summary>Locks, permissions and tags of a subscription or group have one 'providers' only, and are extensions all the same.</summary>
    private void LiftExtension()
    {
        bool extension = Is(Namespace, "Microsoft.Authorization") || (Is(Namespace, "Microsoft.Resources") && Types.Count > 0 && Is(Types[0], "tags"));
        if (Scope is null && extension)
        {
            ArmPath scope = new() { Subscription = Subscription, AtGroups = AtGroups, Group = Group };
            scope.Id = scope.ScopeId();
            Scope = scope;
        }
    }
}
