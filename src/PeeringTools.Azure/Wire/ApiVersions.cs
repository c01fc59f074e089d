namespace PeeringTools.Azure.Wire;

/// <summary>The api-versions that requests carry.</summary>
internal static class ApiVersions
{
    /// <summary>Microsoft.Network. Subnet peering arrived with 2023-11-01; this one is served by every cloud.</summary>
    public const string Network = "2024-05-01";

    /// <summary>The first Microsoft.Network version with syncRemoteAddressSpace and peeringSyncLevel.</summary>
    public const string OldestNetwork = "2021-02-01";

    public const string Subscriptions = "2022-12-01";

    public const string Tags = "2021-04-01";

    public const string Locks = "2016-09-01";

    public const string Permissions = "2022-04-01";

    public const string PrivateDns = "2020-06-01";

    public const string Compute = "2024-07-01";

    /// <summary>Interfaces below a scale set; Azure has made no newer one for them.</summary>
    public const string ScaleSetInterfaces = "2018-10-01";

    public const string ResourceGraph = "2021-03-01";

    /// <summary>Refuses what cannot say whether a pair is in sync. Versions are dates, so their text sorts as they do.</summary>
    public static string Checked(string? network)
    {
        if (string.IsNullOrWhiteSpace(network)) return Network;
        return string.CompareOrdinal(network, OldestNetwork) >= 0
            ? network!
            : throw PeeringException.Of(nameof(Errors.ApiVersionTooOld), null, network, OldestNetwork, "peeringSyncLevel");
    }
}
