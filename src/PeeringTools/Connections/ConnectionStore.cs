using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using PeeringTools.Ports;

namespace PeeringTools.Connections;

/// <summary>
/// The connection a command uses when none is given: this runspace's own, else the process default. Connections are
/// immutable, so only the slots change.
/// </summary>
/// <remarks>Weak per runspace: a pool that lets a runspace go also lets its connection go.</remarks>
internal static class ConnectionStore
{
    private static readonly ConditionalWeakTable<Runspace, ConnectionSlot> Slots = new();
    private static readonly ConnectionSlot ProcessDefault = new();

    /// <summary>What this runspace falls back to: its own slot when anything was ever decided there, else the process's.</summary>
    public static ConnectionSlot Current
    {
        get
        {
            Runspace? runspace = Runspace.DefaultRunspace;
            return runspace is not null && Slots.TryGetValue(runspace, out ConnectionSlot? own) && own.Decided ? own : ProcessDefault;
        }
    }

    /// <summary>Makes a connection the default of this runspace and of the process.</summary>
    public static void Use(PeeringConnection connection, ILabSession? lab = null, string? azIdentity = null)
    {
        foreach (ConnectionSlot slot in OwnAndDefault()) slot.Fill(connection, lab, azIdentity);
    }

    /// <summary>
    /// Forgets the connection. Nothing is implicit afterwards: a command then says NotConnected and never reaches for
    /// another identity on its own.
    /// </summary>
    public static PeeringConnection? Forget()
    {
        PeeringConnection? forgotten = Current.Connection;
        if (forgotten is null) return null;
        foreach (ConnectionSlot slot in OwnAndDefault())
            if (slot.Connection is null || ReferenceEquals(slot.Connection, forgotten)) slot.Close();
        return forgotten;
    }

    private static IEnumerable<ConnectionSlot> OwnAndDefault()
    {
        Runspace? runspace = Runspace.DefaultRunspace;
        if (runspace is not null) yield return Slots.GetOrCreateValue(runspace);
        yield return ProcessDefault;
    }
}
