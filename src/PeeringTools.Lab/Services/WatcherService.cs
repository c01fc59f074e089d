using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Network Watcher's questions about running machines: the next hop of a packet, and whether a connection comes about.</summary>
internal sealed class WatcherService
{
    private readonly LabEngine _engine;
    private readonly AccessGate _gate;
    private readonly OperationService _operations;

    public WatcherService(LabEngine engine, AccessGate gate, OperationService operations)
    {
        _engine = engine;
        _gate = gate;
        _operations = operations;
    }

    /// <summary>Null for a path that names no question.</summary>
    public ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        bool hop = path.IsType("Microsoft.Network", "networkWatchers", "nextHop");
        if (request.Method != "POST" || path.Group is null || !(hop || path.IsType("Microsoft.Network", "networkWatchers", "connectivityCheck")))
        {
            return null;
        }

        _gate.Act(request);
        StoredResource watcher = _engine.Estate.Find(path.Id)
            ?? throw FrontEndErrors.ResourceNotFound("Microsoft.Network/networkWatchers/" + path.Names[0], path.Group);
        string region = (string?)watcher.Body["location"] ?? _gate.Group(request).Location;
        JsonElement body = StrictBody.Parse(request.Body).Element;
        return hop ? NextHop(request, body, region) : Check(request, body, region);
    }

    private ArmAnswer NextHop(ArmRequest request, JsonElement body, string region)
    {
        Cidr from = Address(body, "sourceIPAddress");
        Cidr to = Address(body, "destinationIPAddress");
        string target = Required(body, "targetResourceId");
        Interface[] candidates = [.. Running(target, region, request.Path.Id).Where(n => body.Member("targetNicResourceId").Text() is not string wanted || n.Id.Same(wanted))];
        Interface nic = Array.Find(candidates, n => n.Addresses.Any(a => a.Address.Contains(from)))
            ?? throw NetworkErrors.Bad("InvalidSourceIPAddress", $"The source address {Required(body, "sourceIPAddress")} does not belong to a network interface of {target}.");
        ArmAnswer answer = WatcherWriter.NextHop(EffectiveRoutes.Of(nic.Subnet, _engine.Estate).Choose(to));
        answer.FromProvider = true;
        return answer;
    }

    private ArmAnswer Check(ArmRequest request, JsonElement body, string region)
    {
        JsonElement source = body.Member("source") ?? throw Missing("source");
        JsonElement destination = body.Member("destination") ?? throw Missing("destination");
        string sourceId = Required(source, "resourceId");
        Interface nic = Running(sourceId, region, request.Path.Id)[0];
        string to = destination.Member("address").Text() ?? Any(Required(destination, "resourceId"), request.Path.Id)[0].Addresses[0].Text;
        if (!Cidr.TryParseAddress(to, out Cidr address))
        {
            throw NetworkErrors.Bad("InvalidDestinationAddress", $"The lab resolves no names: destination address {to} is not an IP address.");
        }

        int port = destination.Member("port") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 80;
        string protocol = body.Member("protocol").Text().Same("Icmp") ? "Icmp" : "Tcp";
        Probe probe = Probe.Of(nic, sourceId, to, new Packet(nic.Addresses[0].Address, address, protocol, port), _engine.Estate);
        return _operations.Compute(request, region, WatcherWriter.Connectivity(probe, _engine.Estate.Ids));
    }

    /// <summary>The interfaces of a machine, or the interface itself; one that has none, or does not run, can answer nothing.</summary>
    private Interface[] Running(string id, string region, string watcherId)
    {
        Interface[] all = Any(id, watcherId);
        if (!all[0].Subnet.Parent.Location.Same(region))
        {
            throw NetworkErrors.Bad("TargetResourceInAnotherRegion", $"Resource {id} is in {all[0].Subnet.Parent.Location}; network watcher {watcherId} watches {region}.");
        }

        Interface[] running = [.. all.Where(n => Machines.IsRunning(n, _engine.Estate))];
        return running.Length > 0 ? running : throw NetworkErrors.Bad("VMNotRunning", $"Virtual machine {id} is not running.");
    }

    private Interface[] Any(string id, string watcherId)
    {
        Interface[] all = Interface.Of(_engine.Estate.Find(id), _engine.Estate) is Interface nic ? [nic] : [.. Machines.InterfacesOf(id, _engine.Estate)];
        all = [.. all.Where(n => n.Addresses.Length > 0)];
        return all.Length > 0 ? all : throw NetworkErrors.Bad("InvalidResourceReference", $"Resource {id} referenced by resource {watcherId} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.");
    }

    private static Cidr Address(JsonElement body, string member) =>
        Cidr.TryParseAddress(Required(body, member), out Cidr address) ? address : throw NetworkErrors.Bad("InvalidIPAddress", $"{Required(body, member)} in {member} is not an IP address.");

    private static string Required(JsonElement body, string member) => body.Member(member).Text() is { Length: > 0 } text ? text : throw Missing(member);

    private static ArmException Missing(string member) => StrictBody.Unreadable("MissingRequiredMember", $"Value for {member} is missing.");
}
