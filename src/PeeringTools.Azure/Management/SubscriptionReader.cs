using System.Text.Json;
using PeeringTools.Azure.Json;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Management;

/// <summary>Reads a subscription.</summary>
internal static class SubscriptionReader
{
    public static async ValueTask<AzureSubscription> ReadAsync(JsonStreamReader json)
    {
        (string? id, string? name, string? tenant, string? state) = (null, null, null, null);
        if (!await json.StartObjectAsync().ConfigureAwait(false)) throw new JsonException("A subscription was expected and null found.");
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("subscriptionId"u8)) id = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("displayName"u8)) name = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("tenantId"u8)) tenant = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("state"u8)) state = await json.ReadStringAsync().ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return new AzureSubscription(id ?? throw new JsonException("A subscription without an id."), name ?? "", tenant, state ?? "");
    }
}
