using PeeringTools.Access;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Asks Azure about the first hop of a path, at the machine it starts from, and holds the answers against the prediction.</summary>
internal sealed class LiveProof(NetworkAccess access, RoutingModel model)
{
    /// <summary>Fills in what Azure says. What cannot be asked is said there too and agrees with nothing.</summary>
    /// <param name="path">The prediction.</param>
    /// <param name="probes">Whether the machine's agent is to try a TCP connection.</param>
    /// <param name="cancellationToken">Stops the questions.</param>
    public async Task AddAsync(PeeringPath path, bool probes, CancellationToken cancellationToken)
    {
        string? id = path.Hops.FirstOrDefault()?.ResourceId;
        if (model.Estate.NetworkInterfaces.FirstOrDefault(n => n.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is not { VirtualMachineId: string machine } nic)
        {
            path.Live = [RoutingTexts.LiveNoMachine];
            return;
        }

        IArmNetwork network = await access.ForAsync(EndIds.SubscriptionOf(nic.Id)!, cancellationToken).ConfigureAwait(false);
        IArmSurroundings arm = network.Surroundings;
        List<(string Text, bool? Agrees)> answers =
        [
            await Ask(async () => OfRoutes(path, await arm.GetEffectiveRoutesAsync(nic.Id, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false),
            await Ask(async () => OfNextHop(path, await arm
                .GetNextHopAsync(machine, nic.Id, path.SourceAddress!, path.DestinationAddress!, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false),
        ];
        if (probes && path.Port is int port)
        {
            answers.Add(await Ask(async () => OfProbe(path, await arm
                .CheckConnectivityAsync(machine, path.DestinationAddress!, port, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false));
        }

        path.Live = [.. answers.Select(a => a.Text)];
        bool?[] known = [.. answers.Select(a => a.Agrees).Where(a => a is not null)];
        path.LiveAgrees = known.Length == 0 ? null : known.All(a => a == true);
    }

    private static async Task<(string Text, bool? Agrees)> Ask(Func<Task<(string, bool?)>> question)
    {
        try
        {
            return await question().ConfigureAwait(false);
        }
        catch (PeeringException refused)
        {
            return (Wording.Fill(RoutingTexts.LiveRefused, refused.Message), null);
        }
    }

    private static (string, bool?) OfRoutes(PeeringPath path, IReadOnlyList<EffectiveRoute> routes)
    {
        AddressPrefix address = AddressPrefix.Parse(path.DestinationAddress!);
        PeeringRoute? chosen = RouteRows.Live(routes, "")
            .Where(r => r.State == "Active" && AddressPrefix.TryParse(r.AddressPrefix, out AddressPrefix prefix) && prefix.Contains(address))
            .OrderByDescending(r => AddressPrefix.Parse(r.AddressPrefix).Length)
            .FirstOrDefault();
        PeeringHop first = path.Hops[0];
        bool agrees = (chosen?.AddressPrefix, chosen?.NextHopType) == (first.AddressPrefix, first.NextHopType)
            && (first.NextHopType != NextHops.Appliance || chosen?.NextHopIpAddress == first.NextHopIpAddress);
        return (Say(RoutingTexts.LiveRoute, chosen?.ToString() ?? NextHops.None, agrees), agrees);
    }

    /// <summary>Network Watcher calls every peering VnetLocal or by its newer name, so only what both can name is compared.</summary>
    private static (string, bool?) OfNextHop(PeeringPath path, NextHopReading reading)
    {
        PeeringHop first = path.Hops[0];
        bool isLocal(string? type) => type is NextHops.VnetLocal or NextHops.Peering or NextHops.GlobalPeering or NextHops.ConnectedGroup or NextHops.PrivateEndpoint or "VnetPeering";
        bool agrees = (reading.NextHopType == first.NextHopType || (isLocal(reading.NextHopType) && isLocal(first.NextHopType)))
            && (first.NextHopType != NextHops.Appliance || reading.NextHopIpAddress == first.NextHopIpAddress);
        return (Say(RoutingTexts.LiveNextHop, $"{reading.NextHopType} {reading.NextHopIpAddress}".Trim(), agrees), agrees);
    }

    private static (string, bool?) OfProbe(PeeringPath path, ConnectivityReading reading)
    {
        bool arrives = reading.ConnectionStatus is "Reachable" or "Connected";
        bool? agrees = path.Verdict == PeeringPathVerdict.Unknown ? null : arrives == (path.Verdict == PeeringPathVerdict.Reachable);
        string text = Wording.Fill(RoutingTexts.LiveProbe, reading.ConnectionStatus, reading.ProbesSent, reading.ProbesFailed, string.Join(" ", reading.Issues)).TrimEnd();
        return (text, agrees);
    }

    private static string Say(string text, string what, bool agrees) => Wording.Fill(text, what, agrees ? RoutingTexts.LiveAgrees : RoutingTexts.LiveDiffers);
}
