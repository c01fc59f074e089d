using Azure.Core.Pipeline;
using PeeringTools.Azure.Identity;

namespace PeeringTools.Azure.Wire;

/// <summary>What all calls of one connection share: where ARM is, who asks, and over which transport.</summary>
internal sealed record ArmAccess
{
    public required Uri Endpoint { get; init; }

    /// <summary>What tokens are asked for, without the <c>/.default</c> of a scope.</summary>
    public required string Audience { get; init; }

    public required TokenKeeper Tokens { get; init; }

    public required HttpPipelineTransport Transport { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string NetworkApiVersion { get; init; } = ApiVersions.Network;

    /// <summary>Not even a retry without a pause.</summary>
    public static readonly TimeSpan NoPatience = TimeSpan.MinValue;

    /// <summary>How long one read may spend waiting for Azure before it gives up.</summary>
    public TimeSpan ReadPatience { get; init; } = TimeSpan.FromMinutes(5);
}
