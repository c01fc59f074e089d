using PeeringTools.Loading;
using PeeringTools.Ports;

namespace PeeringTools.Connections;

/// <summary>The one place where a command reaches what is loaded apart from the session, on first use.</summary>
internal static class Gateway
{
    private static readonly Lazy<IArmGateway> Instance = new(
        () => IsolatedAssemblies.Create<IArmGateway>("PeeringTools.Azure", "PeeringTools.Azure.ArmGateway"));

    public static IArmGateway Arm => Instance.Value;
}
