using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Every request names an api-version; the network provider's must be one it registered.</summary>
internal static class VersionCheck
{
    public static void Apply(ArmRequest request)
    {
        if (!request.Query.TryGetValue("api-version", out string? text) || text.Length == 0)
        {
            throw FrontEndErrors.MissingApiVersion();
        }

        bool network = string.Equals(request.Path.Namespace, "Microsoft.Network", StringComparison.OrdinalIgnoreCase);
        if (!ApiVersion.TryParse(text, out ApiVersion version))
        {
            throw FrontEndErrors.InvalidApiVersion(text, network ? ApiVersion.Network : ["2022-09-01", "2021-04-01", "2021-01-01", "2020-06-01"]);
        }

        // Private DNS and others live in Microsoft.Network under versions of their own.
        bool mine = network && request.Path.Types.Count > 0 && string.Equals(request.Path.Types[0], "virtualNetworks", StringComparison.OrdinalIgnoreCase);
        if (mine && !ApiVersion.Network.Contains(text))
        {
            throw FrontEndErrors.NoRegisteredProvider(text, request.Path.Types[0], ApiVersion.Network);
        }

        request.ApiVersion = version;
    }
}
