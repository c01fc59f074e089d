namespace PeeringTools.Ports;

/// <summary>A lock that counts at the scope asked for. Level: CanNotDelete or ReadOnly. Scope: the id it was set on.</summary>
internal sealed record ManagementLock(string Name, string Level, string Scope);
