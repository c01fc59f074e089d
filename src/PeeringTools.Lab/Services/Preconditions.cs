using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>If-Match and If-None-Match; the etag of everything in a network is the network's.</summary>
internal static class Preconditions
{
    public static void Check(ArmRequest request, string id, VirtualNetwork? existing)
    {
        string actual = existing is null ? "(none)" : NetworkWriter.Etag(existing);
        if (request.IfMatch is string wanted && (existing is null || (wanted != "*" && !Same(wanted, actual))))
        {
            throw NetworkErrors.EtagMismatch(wanted, actual, id);
        }

        if (request.IfNoneMatch == "*" && existing is not null)
        {
            throw NetworkErrors.EtagMismatch("*", actual, id);
        }
    }

    // Clients send the tag as they read it, or without the weak mark.
    private static bool Same(string wanted, string actual) => wanted == actual || "W/" + wanted == actual || $"W/\"{wanted}\"" == actual;
}
