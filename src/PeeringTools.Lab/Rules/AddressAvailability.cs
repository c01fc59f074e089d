using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>Whether an address of a network is free, and a few that are; the first four and the last of a subnet are the platform's.</summary>
internal static class AddressAvailability
{
    private const int Offered = 5;

    public static ArmAnswer Answer(VirtualNetwork network, string text, Estate estate)
    {
        Subnet? subnet = Cidr.TryParseAddress(text, out Cidr address) ? network.Subnets.Find(s => s.Prefixes.Parsed.Any(p => p.Contains(address))) : null;
        if (subnet is null)
        {
            throw NetworkErrors.Bad("PrivateIPAddressNotInAnySubnet",
                $"Private static IP address {text} does not belong to the range of any subnet in the virtual network {network.Id}.");
        }

        Cidr range = subnet.Prefixes.Parsed.First(p => p.Contains(address));
        uint last = range.Length == 0 ? uint.MaxValue : (uint)((1UL << (32 - range.Length)) - 1);
        uint index = range.IndexOf(address);
        bool reserved = index < 4 || index == last;
        HashSet<string> taken = Occupancy.AddressesIn(subnet, estate);
        bool available = !reserved && !taken.Contains(text);
        ArmAnswer answer = ArmAnswer.Json(200, w =>
        {
            w.WriteStartObject();
            w.WriteBoolean("available", available);
            if (!available)
            {
                w.WriteStrings("availableIPAddresses", Enumerable.Range(4, Offered + taken.Count).Where(i => i < last).Select(i => range.AddressAt((uint)i)).Where(a => !taken.Contains(a)).Take(Offered));
            }

            if (reserved)
            {
                w.WriteBoolean("isPlatformReserved", true);
            }

            w.WriteEndObject();
        });
        answer.FromProvider = true;
        return answer;
    }
}
