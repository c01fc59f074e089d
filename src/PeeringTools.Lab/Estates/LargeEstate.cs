using System.Globalization;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>Many networks: hubs with up to 199 spokes each, hubs chained in a line, over several subscriptions.</summary>
internal static class LargeEstate
{
    private const int PerHub = 200;
    private const int PerSubscription = 1000;

    public static void Build(EstateBuilder build, int networks)
    {
        if (networks is < 1 or > 50_000)
        {
            throw new ArgumentOutOfRangeException(nameof(networks), networks, "Large has from 1 to 50000 networks.");
        }

        VirtualNetwork? hub = null;
        VirtualNetwork? before = null;
        for (int i = 0; i < networks; i++)
        {
            Subscription subscription = build.Subscription("Landing zone " + ((i / PerSubscription) + 1).ToString("00", CultureInfo.InvariantCulture));
            ResourceGroup group = EstateBuilder.Group(subscription, "rg-net-" + ((i / PerHub) + 1).ToString("000", CultureInfo.InvariantCulture));
            // 65,536 ranges of 256 addresses: 10.0.0.0/8 holds them all without overlap.
            string prefix = $"10.{i / 256}.{i % 256}.0/24";
            bool isHub = i % PerHub == 0;
            string name = (isHub ? "vnet-hub-" : "vnet-spoke-") + (i + 1).ToString("00000", CultureInfo.InvariantCulture);
            VirtualNetwork network = build.Network(group, name, prefix, null, ("snet-app", $"10.{i / 256}.{i % 256}.0/25"));
            EstateBuilder.Tag(network, "environment", i % 2 == 0 ? "prod" : "test");
            if (isHub)
            {
                (before, hub) = (hub, network);
                if (before is not null)
                {
                    build.Pair(before, hub);
                }
            }
            else
            {
                build.Pair(hub!, network, null, s => s.AllowForwardedTraffic = true);
            }
        }
    }
}
