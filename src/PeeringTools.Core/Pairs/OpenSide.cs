namespace PeeringTools.Pairs;

/// <summary>A side whose other network has not been seen. The remote id is null where the side points to no network at all.</summary>
internal sealed record OpenSide(PairEnd End, ResourceId? RemoteId, string? Problem);
