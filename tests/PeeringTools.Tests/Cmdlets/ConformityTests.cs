using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Cmdlets;

/// <summary>What holds for every command, those to come included.</summary>
public sealed class ConformityTests
{
    private static readonly string[] Silent = ["Disconnect-PeeringAccount", "Stop-PeeringLab"];

    private static readonly string[] Writers = ["New", "Set", "Remove", "Sync", "Repair", "Invoke", "Stop", "Disconnect", "Export"];

    /// <summary>Work on files alone.</summary>
    private static readonly string[] Offline = ["Import-PeeringInventory", "Get-PeeringHealthRule"];

    /// <summary>What a row of a table may say. Scopes and filters are not among it: a column must not widen what is read or written.</summary>
    private static readonly HashSet<string> FromRows =
    [
        "VirtualNetworkId", "LocalVirtualNetworkId", "RemoteVirtualNetworkId", "LocalName", "RemoteName", "AllowVirtualNetworkAccess", "AllowForwardedTraffic", "GatewayTransit",
        "AllowGatewayTransit", "UseRemoteGateways", "DoNotVerifyRemoteGateways", "LocalSubnetName", "RemoteSubnetName", "EnableOnlyIPv6Peering", "Side",
    ];

    /// <summary>What a row may say of a record. A pair has properties of the same names, which are what is and not what is wished.</summary>
    private static readonly HashSet<string> FromRowsAlone = ["ExpiresOn", "Lifetime", "Owner", "Ticket"];

    private static readonly HashSet<string> FromObjects = ["VirtualNetworkId", "InputObject", "Path", "Difference"];

    private static readonly Lazy<Dictionary<string, CmdletInfo>> Found = new(Find);

    public static TheoryData<string> Commands => [.. Found.Value.Keys];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Its_verb_is_approved_and_its_noun_is_one_of_ours_and_singular(string name)
    {
        CmdletInfo command = All()[name];
        Type[] verbs = [typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity)];

        Assert.Contains(command.Verb, verbs.SelectMany(group => group.GetFields()).Select(field => field.GetRawConstantValue()));
        // An expired peering is a peering too, and the noun says which ones are meant.
        Assert.Matches("^(Expired)?Peering", command.Noun);
        Assert.False(command.Noun.EndsWith('s'), command.Noun);
        Assert.Equal($"{command.Verb}{command.Noun}Command", command.ImplementingType.Name);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_says_what_it_returns(string name) => Assert.Equal(!Silent.Contains(name), All()[name].OutputType.Count > 0);

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_can_be_asked_What_if_where_it_changes_something(string name)
    {
        CmdletInfo command = All()[name];

        Assert.Equal(Writers.Contains(command.Verb), command.Parameters.ContainsKey("WhatIf"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Only_what_a_row_may_say_binds_from_the_pipeline(string name)
    {
        foreach (ParameterMetadata parameter in All()[name].Parameters.Values)
        {
            foreach ((string setName, ParameterSetMetadata set) in parameter.ParameterSets)
            {
                bool mayBeOfRow = FromRows.Contains(parameter.Name) || (setName != "InputObject" && FromRowsAlone.Contains(parameter.Name));
                Assert.True(!set.ValueFromPipelineByPropertyName || mayBeOfRow, $"-{parameter.Name} binds from rows.");
                Assert.True(!set.ValueFromPipeline || FromObjects.Contains(parameter.Name), $"-{parameter.Name} binds from objects.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_takes_a_connection_where_it_talks_to_Azure(string name)
    {
        CmdletInfo command = All()[name];
        bool aboutTheSession = command.Noun is "PeeringAccount" or "PeeringLab" or "PeeringLabRequest" || Offline.Contains(name);

        Assert.Equal(!aboutTheSession, command.Parameters.ContainsKey("Connection"));
        if (!aboutTheSession) Assert.Contains("DefaultProfile", command.Parameters["Connection"].Aliases);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Pairs_that_were_away_bind_wherever_pairs_do(string name)
    {
        if (!All()[name].Parameters.TryGetValue("InputObject", out ParameterMetadata? pairs) || pairs.ParameterType.Name != "PeeringPair[]") return;

        Assert.Contains(pairs.Attributes, attribute => attribute.GetType().Name == "PairAttribute");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_and_each_of_its_parameters_is_documented(string name)
    {
        HashSet<string> documented = Documentation();
        Type type = All()[name].ImplementingType;

        Assert.Contains("T:" + type.FullName, documented);
        Assert.All(
            type.GetProperties().Where(property => property.GetCustomAttributes<ParameterAttribute>().Any()),
            property => Assert.Contains($"P:{property.DeclaringType!.FullName}.{property.Name}", documented));
    }

    [Fact]
    public void Every_kind_of_error_is_a_category_of_PowerShell()
    {
        using EngineSession session = EngineSession.WithModule();

        IEnumerable<string> kinds = session.Run("[Enum]::GetNames([PeeringTools.PeeringPair].Assembly.GetType('PeeringTools.ErrorKind'))").Clean().Select(kind => kind.ToString());

        Assert.All(kinds, kind => Assert.True(Enum.TryParse(kind, out ErrorCategory _), kind));
    }

    [Fact]
    public void Every_choice_goes_to_a_file_or_a_job_by_its_name_and_not_as_a_number()
    {
        using EngineSession session = EngineSession.WithModule();

        IReadOnlyList<PSObject> choices = session.Run("[PeeringTools.PeeringPair].Assembly.GetExportedTypes() | Where-Object IsEnum").Clean();
        IEnumerable<string> numbers = session.Run(
            "param($types) foreach ($type in $types) { $value = [Enum]::GetValues($type)[0]; $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($value)); if (\"$back\" -ne \"$value\") { $type.Name } }",
            [choices.ToArray()]).Clean().Select(name => name.ToString());

        Assert.NotEmpty(choices);
        Assert.Empty(numbers);
    }

    private static Dictionary<string, CmdletInfo> All() => Found.Value;

    private static Dictionary<string, CmdletInfo> Find()
    {
        using EngineSession session = EngineSession.WithModule();
        Dictionary<string, CmdletInfo> commands = session.Run("Get-Command -Module PeeringTools").Clean()
            .Select(command => (CmdletInfo)command.BaseObject).ToDictionary(command => command.Name);
        // Parameters are found when they are first asked for, which takes the session.
        Assert.All(commands.Values, command => Assert.NotEmpty(command.ParameterSets));
        return commands;
    }

    private static HashSet<string> Documentation() =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, "src", "PeeringTools", "bin", Repository.Configuration, "net8.0", "PeeringTools.xml"))
            .Descendants("member").Where(member => member.Element("summary")?.Value.Trim().Length > 0).Select(member => member.Attribute("name")!.Value),
    ];
}
