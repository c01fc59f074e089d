namespace PeeringTools.Ports;

/// <summary>The ways to sign in that Connect-PeeringAccount offers.</summary>
internal enum CredentialKind
{
    /// <summary>Environment, workload identity, managed identity, Azure CLI, in this order and without a browser.</summary>
    Default,
    ManagedIdentity,
    Certificate,
    ClientSecret,
    FederatedToken,
    DeviceCode,
    Interactive,
    AccessToken,
    AzContext,
}
