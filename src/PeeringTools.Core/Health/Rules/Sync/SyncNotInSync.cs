using PeeringTools.Changes;
using PeeringTools.Pairs;

namespace PeeringTools.Health;

internal sealed class SyncNotInSync() : HealthRule("Sync.NotInSync", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        CaseSide[] drifted = [.. pair.Sides.Where(side => PairStatus.IsOutOfSync(side.Side))];
        if (drifted.Length == 0) yield break;
        CaseSide[] behind = [.. drifted.Where(side => side.Side.PeeringSyncLevel is "LocalNotInSync" or "LocalAndRemoteNotInSync")];
        // A sync sent to the side that reads RemoteNotInSync answers success and changes nothing: the one opposite is meant.
        if (behind.Length == 0) behind = [.. drifted.Select(pair.Other)];
        yield return new FoundOutcome(Directions.Of(behind))
        {
            Arguments = [Names(behind), Names(behind.Select(pair.Other)), PermissionNeeds.PeeringWrite, PermissionNeeds.PeerAction],
            Evidence =
            [
                .. pair.Sides.Select(side => Evidence.Line($"{side.Name} peeringSyncLevel", side.Side.PeeringSyncLevel)),
                .. behind.SelectMany(Spaces),
            ],
            Remediation = Remedy.Sync(behind[0], pair.Other(behind[0])),
        };
    }

    private static string Names(IEnumerable<CaseSide> sides) => string.Join("', '", sides.Select(side => side.Name));

    private static IEnumerable<string> Spaces(CaseSide side)
    {
        yield return Evidence.Line($"{side.Name} remoteAddressSpace", string.Join(", ", side.Side.RemoteAddressSpace));
        yield return Evidence.Line($"{side.Name} remoteVirtualNetworkAddressSpace", string.Join(", ", side.Side.RemoteVirtualNetworkAddressSpace));
    }
}
