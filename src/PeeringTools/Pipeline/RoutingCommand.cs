using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Pipeline;

/// <summary>The third rung for a cmdlet that asks the routing model.</summary>
public abstract class RoutingCommand : ConnectedCommand
{
    /// <summary>
    /// Reads too which networks a network manager's mesh connects without peerings: a request per network, so only where there may be one.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeConnectedGroup { get; set; }

    internal SurroundingKinds Kinds => IncludeConnectedGroup ? SurroundingKinds.Routing | SurroundingKinds.ConnectedGroups : SurroundingKinds.Routing;

    internal static string SourceOf(NetworkAccess access) => access.IsLab ? PairBuilder.LabPrefix + PairBuilder.ResourceManager : PairBuilder.ResourceManager;

    internal static DateTime NowOf(NetworkAccess access) => access.Clock.GetUtcNow().UtcDateTime;
}
