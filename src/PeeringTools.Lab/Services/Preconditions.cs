using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>If-Match and If-None-Match; the etag of everything in a resource is the resource's.</summary>
internal static class Preconditions
{
    public static void Check(ArmRequest request, string id, VirtualNetwork? existing) => Check(request, id, existing is null ? null : NetworkWriter.Etag(existing));

    public static void Check(ArmRequest request, string id, StoredResource? existing) => Check(request, id, existing?.Etag);

    private static void Check(ArmRequest request, string id, string? etag)
    {
        string actual = etag ?? "(none)";
        if (request.IfMatch is string wanted && (etag is null || (wanted != "*" && !Same(wanted, actual))))
        {
            throw NetworkErrors.EtagMismatch(wanted, actual, id);
        }

        if (request.IfNoneMatch == "*" && etag is not null)
        {
            throw NetworkErrors.EtagMismatch("*", actual, id);
        }
    }

    // Clients send the tag as they read it, or without the weak mark.
    private static bool Same(string wanted, string actual) => wanted == actual || "W/" + wanted == actual || $"W/\"{wanted}\"" == actual;
}
