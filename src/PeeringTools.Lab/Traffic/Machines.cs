using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>Which machine an interface belongs to, and whether that machine runs.</summary>
internal static class Machines
{
    private const string Type = "Microsoft.Compute/virtualMachines";

    /// <summary>The machine that the interface names, or the stored one that names the interface.</summary>
    public static string? Of(Interface nic, Estate estate) =>
        nic.Resource.Properties().Reference("virtualMachine")
        ?? estate.Stored.FirstOrDefault(r => r.Type.Same(Type) && Names(r).Any(id => id.Same(nic.Id)))?.Id;

    /// <summary>A machine that is not stored runs; a stored one runs unless its instance view says otherwise.</summary>
    public static bool IsRunning(Interface nic, Estate estate) => Of(nic, estate) is string machine && Runs(estate.Find(machine));

    public static bool Runs(StoredResource? machine)
    {
        string[] power = machine is null ? [] : [.. Statuses(machine).Where(code => code.StartsWith("PowerState/", StringComparison.OrdinalIgnoreCase))];
        return power.Length == 0 || power.Any(code => code.Same("PowerState/running"));
    }

    public static IEnumerable<Interface> InterfacesOf(string machineId, Estate estate) =>
        Interface.All(estate).Where(nic => Of(nic, estate).Same(machineId));

    private static IEnumerable<string> Names(StoredResource machine) => machine.Properties()?["networkProfile"].References("networkInterfaces") ?? [];

    private static IEnumerable<string> Statuses(StoredResource machine)
    {
        JsonNode? view = machine.Properties()?["instanceView"];
        return view.Items("statuses").Select(status => status.Text("code")).OfType<string>();
    }
}
