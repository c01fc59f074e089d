using System.Text.RegularExpressions;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>What a request is about: one word for what is compared, its resource type for what is not.</summary>
internal static partial class RequestKind
{
    /// <summary>The kinds that are sent to the Lab. All others must be listed in <see cref="OutsideTheComparison"/>.</summary>
    public static readonly string[] Compared =
        ["group", "network", "networks", "peering", "peerings", "address availability", "lock", "locks"];

    private static readonly (string Kind, Regex Path)[] Patterns =
    [
        ("group", Group()),
        ("networks", Networks()),
        ("network", Network()),
        ("peerings", Peerings()),
        ("peering", Peering()),
        ("address availability", AddressAvailability()),
        ("locks", Locks()),
        ("lock", Lock()),
    ];

    public static string Of(RecordedCall call)
    {
        foreach ((string kind, Regex path) in Patterns)
        {
            if (path.IsMatch(call.Path)) return kind;
        }

        return ResourceType(call.Path);
    }

    /// <summary>"/…/providers/Microsoft.Compute/virtualMachines/vm/extensions/e" is "Microsoft.Compute/virtualMachines/extensions".</summary>
    private static string ResourceType(string path)
    {
        string[] words = path[(path.LastIndexOf("/providers/", StringComparison.Ordinal) + "/providers/".Length)..].Split('/');
        return string.Join('/', words.Take(1).Concat(words.Skip(1).Where((_, index) => index % 2 == 0)));
    }

    private const string InGroup = "^/subscriptions/[^/]+/resourcegroups/[^/]+";
    private const string ANetwork = InGroup + "/providers/Microsoft.Network/virtualNetworks/[^/]+";

    [GeneratedRegex(InGroup + "$", RegexOptions.IgnoreCase)]
    private static partial Regex Group();

    [GeneratedRegex("^/subscriptions/[^/]+(/resourcegroups/[^/]+)?/providers/Microsoft.Network/virtualNetworks$", RegexOptions.IgnoreCase)]
    private static partial Regex Networks();

    [GeneratedRegex(ANetwork + "$", RegexOptions.IgnoreCase)]
    private static partial Regex Network();

    [GeneratedRegex(ANetwork + "/virtualNetworkPeerings$", RegexOptions.IgnoreCase)]
    private static partial Regex Peerings();

    [GeneratedRegex(ANetwork + "/virtualNetworkPeerings/[^/]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Peering();

    [GeneratedRegex(ANetwork + "/CheckIPAddressAvailability$", RegexOptions.IgnoreCase)]
    private static partial Regex AddressAvailability();

    [GeneratedRegex("/providers/Microsoft.Authorization/locks$", RegexOptions.IgnoreCase)]
    private static partial Regex Locks();

    [GeneratedRegex("/providers/Microsoft.Authorization/locks/[^/]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Lock();
}
