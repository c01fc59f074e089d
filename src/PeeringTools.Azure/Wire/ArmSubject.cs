using Azure.Core;

namespace PeeringTools.Azure.Wire;

/// <summary>What a request is about, so that an error can name it.</summary>
internal sealed record ArmSubject
{
    /// <summary>The network, peering or scope asked for or written; null for everything else.</summary>
    public ResourceId? Id { get; init; }

    /// <summary>The id of a resource of another kind.</summary>
    public string? Other { get; init; }

    public RequestMethod Method { get; init; } = RequestMethod.Get;

    /// <summary>The network at the other end, for a write of a peering.</summary>
    public ResourceId? Remote { get; init; }

    /// <summary>True where the write crosses tenants and nobody lent a token for the other one.</summary>
    public bool LacksAuxiliaryToken { get; init; }

    /// <summary>True for a look at a long-running operation: a 404 then says nothing about the resource.</summary>
    public bool IsOperation { get; init; }

    /// <summary>Names what belongs to no resource.</summary>
    public string Label { get; init; } = "/subscriptions";

    /// <summary>The id that an error is about; null for what belongs to no resource.</summary>
    public string? TargetId => Id?.Text ?? Other;

    /// <summary>What to call it in a message.</summary>
    public string Name => TargetId ?? Label;

    public static ArmSubject Of(ResourceId? id) => new() { Id = id };
}
