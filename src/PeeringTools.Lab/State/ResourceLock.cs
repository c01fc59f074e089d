namespace PeeringTools.Lab.State;

/// <summary>A management lock at a scope; it holds for everything below.</summary>
internal sealed record ResourceLock(string Scope, string Name, string Level, string? Notes)
{
    public string Id => $"{Scope}/providers/Microsoft.Authorization/locks/{Name}";

    public bool IsReadOnly => string.Equals(Level, "ReadOnly", StringComparison.OrdinalIgnoreCase);

    /// <summary>A lock of the level NotSpecified is listed and stops nothing.</summary>
    public bool Holds => !string.Equals(Level, "NotSpecified", StringComparison.OrdinalIgnoreCase);

    public bool Covers(string id) =>
        id.StartsWith(Scope, StringComparison.OrdinalIgnoreCase) && (id.Length == Scope.Length || id[Scope.Length] == '/');
}
