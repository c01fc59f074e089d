namespace PeeringTools.Ports;

/// <summary>One entry of Microsoft.Authorization/permissions: allowed where an action matches and no notAction of the same entry does.</summary>
internal sealed record PermissionEntry(IReadOnlyList<string> Actions, IReadOnlyList<string> NotActions);
