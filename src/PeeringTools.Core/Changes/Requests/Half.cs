namespace PeeringTools.Changes;

/// <summary>One side of a request, as the caller sees it.</summary>
internal enum Half
{
    Local,
    Remote,
}

internal static class HalfExtensions
{
    public static Half Other(this Half half) => half == Half.Local ? Half.Remote : Half.Local;
}
