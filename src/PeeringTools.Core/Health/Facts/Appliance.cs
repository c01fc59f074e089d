using PeeringTools.Routing;

namespace PeeringTools.Health;

/// <summary>What the next hop of a route turns out to be.</summary>
internal enum ApplianceState
{
    /// <summary>It forwards, or nothing speaks against it.</summary>
    Alive,

    /// <summary>Nothing that was read stands at the address, and all that could was read.</summary>
    Nobody,

    /// <summary>Something stands there that sends nothing on.</summary>
    DoesNotForward,

    /// <summary>What may stand there was not read.</summary>
    Unread,
}

/// <summary>Who stands at an appliance's address, and whether it forwards.</summary>
internal sealed record Appliance(ApplianceState State, AddressOwner? Owner)
{
    /// <param name="model">Knows the owners.</param>
    /// <param name="detour">A route to an appliance.</param>
    public static Appliance Of(RoutingModel model, Detour detour)
    {
        if (detour.NextHop is not AddressPrefix hop) return new Appliance(ApplianceState.Nobody, null);
        AddressOwner owner = model.OwnerOf(hop, detour.Subnets[0].Network.Id);
        return new Appliance(StateOf(owner), owner);
    }

    public bool IsIn(CaseSide side) => Owner?.Place is SubnetPlace place && side.Network is not null && place.Network.Id.Equals(side.Network.Id);

    public string Name => Owner is null ? "" : Owner.Id is null ? Owner.Name : $"{Owner.Name} ({Owner.Address.Address})";

    private static ApplianceState StateOf(AddressOwner owner) => owner.Kind switch
    {
        OwnerKind.Nobody => ApplianceState.Nobody,
        OwnerKind.Unreadable => ApplianceState.Unread,
        // Backends that are given by address, or stand in a scale set, are not in the list.
        OwnerKind.LoadBalancer when owner.Interfaces.Count == 0 => ApplianceState.Alive,
        _ => owner.Forwards ? ApplianceState.Alive : ApplianceState.DoesNotForward,
    };
}
