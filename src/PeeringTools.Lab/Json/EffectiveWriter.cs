using System.Text.Json;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Json;

/// <summary>Effective routes and security groups, in the member order of the wire.</summary>
internal static class EffectiveWriter
{
    public static ArmAnswer Routes(EffectiveRoutes routes, ApiVersion version) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteStartArray("value");
        foreach (Route route in routes.All)
        {
            Write(w, route, version);
        }

        w.WriteEndArray();
        w.WriteEndObject();
    });

    public static ArmAnswer Groups(IEnumerable<SecurityGroup> groups) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteStartArray("value");
        foreach (SecurityGroup group in groups)
        {
            Write(w, group);
        }

        w.WriteEndArray();
        w.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter w, Route route, ApiVersion version)
    {
        w.WriteStartObject();
        if (route.Name is not null)
        {
            w.WriteString("name", route.Name);
        }

        if (version.HasRoutePropagation)
        {
            w.WriteBoolean("disableBgpRoutePropagation", false);
        }

        w.WriteString("source", route.Source);
        w.WriteString("state", route.Invalid ? "Invalid" : "Active");
        w.WriteStrings("addressPrefix", [route.Prefix]);
        w.WriteString("nextHopType", route.Type);
        w.WriteStrings("nextHopIpAddress", route.Address is null ? [] : [route.Address]);
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, SecurityGroup group)
    {
        w.WriteStartObject();
        w.WriteStartObject("networkSecurityGroup");
        w.WriteString("id", group.Id);
        w.WriteEndObject();
        w.WriteStartObject("association");
        w.WriteStartObject(group.Association);
        w.WriteString("id", group.AssociatedId);
        w.WriteEndObject();
        w.WriteEndObject();
        w.WriteStartArray("effectiveSecurityRules");
        foreach (SecurityRule rule in group.Rules)
        {
            Write(w, rule, group.Tags);
        }

        w.WriteEndArray();
        w.WriteStartObject("tagMap");
        foreach (string tag in group.Rules.SelectMany(r => r.Sources.Concat(r.Destinations)).Distinct(StringComparer.Ordinal).Where(t => group.Tags.Expand(t) is not null))
        {
            w.WriteStrings(tag, group.Tags.Expand(tag)!);
        }

        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, SecurityRule rule, AddressTags tags)
    {
        w.WriteStartObject();
        w.WriteString("name", rule.Name);
        w.WriteString("protocol", rule.Protocol);
        End(w, "source", rule.Sources, rule.SourceGroups, rule.SourcePorts, tags);
        End(w, "destination", rule.Destinations, rule.DestinationGroups, rule.DestinationPorts, tags);
        w.WriteString("access", rule.Allows ? "Allow" : "Deny");
        w.WriteNumber("priority", rule.Priority);
        w.WriteString("direction", rule.Direction);
        w.WriteEndObject();
    }

    private static void End(Utf8JsonWriter w, string which, string[] prefixes, string[] groups, string[] ports, AddressTags tags)
    {
        string[] shown = [.. prefixes.Select(p => p == "*" ? "0.0.0.0/0" : p), .. groups.SelectMany(tags.MembersOf).Select(a => a + "/32")];
        string expanded = "expanded" + char.ToUpperInvariant(which[0]) + which.Substring(1) + "AddressPrefix";
        w.WriteString(which + "PortRange", ports.FirstOrDefault());
        w.WriteStrings(which + "PortRanges", ports);
        w.WriteString(which + "AddressPrefix", shown.FirstOrDefault());
        w.WriteStrings(which + "AddressPrefixes", shown);
        w.WriteStrings(expanded, prefixes.SelectMany(p => tags.Expand(p) ?? []).Distinct(StringComparer.Ordinal));
    }
}
