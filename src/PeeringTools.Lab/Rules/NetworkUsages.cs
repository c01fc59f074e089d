using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>How full the subnets of a network are; the platform keeps five addresses of each to itself.</summary>
internal static class NetworkUsages
{
    private const int Reserved = 5;

    public static ArmAnswer Answer(VirtualNetwork network)
    {
        ArmAnswer answer = ArmAnswer.Json(200, w =>
        {
            w.WriteStartObject();
            w.WriteStartArray("value");
            foreach (Subnet subnet in network.Subnets)
            {
                w.WriteStartObject();
                w.WriteNumber("currentValue", subnet.IpConfigurations.Count);
                w.WriteString("id", subnet.Id);
                w.WriteNumber("limit", subnet.Prefixes.Parsed.Where(p => !p.IsV6).Sum(p => Math.Max(0, (1L << (32 - p.Length)) - Reserved)));
                w.WriteStartObject("name");
                w.WriteString("localizedValue", "Subnet size and usage");
                w.WriteString("value", "SubnetSpace");
                w.WriteEndObject();
                w.WriteString("unit", "Count");
                w.WriteEndObject();
            }

            w.WriteEndArray();
            w.WriteEndObject();
        });
        answer.FromProvider = true;
        return answer;
    }
}
