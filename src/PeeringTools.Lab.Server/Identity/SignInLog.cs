namespace PeeringTools.Lab.Server.Identity;

/// <summary>Every request for a token, without what it carried and what it got.</summary>
internal sealed class SignInLog
{
    private readonly Lock _gate = new();
    private readonly List<SignIn> _signIns = [];

    public IReadOnlyList<SignIn> All { get { lock (_gate) return [.. _signIns]; } }

    public void Add(SignIn signIn)
    {
        lock (_gate) _signIns.Add(signIn);
    }

    public void Clear()
    {
        lock (_gate) _signIns.Clear();
    }
}

/// <summary>One request for a token.</summary>
/// <param name="Time">When, on the lab's clock.</param>
/// <param name="Tenant">The tenant as the path said it.</param>
/// <param name="ClientId">The application as it named itself.</param>
/// <param name="Grant">The grant type, or managed_identity.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Error">Entra's code where it was refused.</param>
internal sealed record SignIn(DateTimeOffset Time, string Tenant, string? ClientId, string Grant, int Status, string? Error);
