using System.Text.Json.Nodes;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Soak;

/// <summary>
/// One runspace that does random things to couples of its own; the hubs it shares with all others. After every command the
/// server's word is held against the module's.
/// </summary>
internal sealed class SoakWorker(ServerControl server, IReadOnlyList<Couple> couples, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>How often each command ran.</summary>
    public Dictionary<string, int> Commands { get; } = [];

    /// <summary>How often each error was reported.</summary>
    public Dictionary<string, int> Errors { get; } = [];

    /// <summary>What should not have happened.</summary>
    public List<string> Findings { get; } = [];

    public void Work(Session session, DateTime until)
    {
        while (DateTime.UtcNow < until)
        {
            Couple couple = couples[_random.Next(couples.Count)];
            switch (_random.Next(10))
            {
                case < 4: this.Do(session, couple, "New-PeeringPair", "-Force", expected: true); break;
                case < 6: this.Do(session, couple, "Remove-PeeringPair", "-Force", expected: false); break;
                case 6: this.Do(session, couple, "Repair-PeeringPair", "-Force -AllowVirtualNetworkAccess Both", expected: true); break;
                case 7: this.Do(session, couple, "Set-PeeringPair", $"-AllowForwardedTraffic {(_random.Next(2) == 0 ? "Both" : "None")} -Force", expected: true); break;
                case 8: this.Resize(session, couple); break;
                default: this.Read(session); break;
            }
        }
    }

    /// <summary>With nothing going wrong any more, what was left doubtful is taken away.</summary>
    public void CleanUp(Session session)
    {
        foreach (Couple couple in couples.Where(couple => couple.Expected is null))
        {
            string[] errors = session.Run(Command(couple, "Remove-PeeringPair", "-Force"));
            couple.Expected = false;
            string actual = couple.Actual(server);
            if (actual != "absent") Findings.Add($"{couple} could not be removed in the end, it is {actual}: {string.Join(" | ", errors)}");
        }
    }

    private static string Command(Couple couple, string command, string rest) =>
        $"$null = {command} -VirtualNetworkId '{couple.SpokeId}' -RemoteVirtualNetworkId '{couple.HubId}' {rest}";

    private void Do(Session session, Couple couple, string command, string rest, bool expected)
    {
        string before = couple.Actual(server);
        string[] errors = session.Run(Command(couple, command, rest + " -TimeoutSeconds 120"));
        this.Count(command, errors);
        couple.Expected = errors.Length == 0 ? expected : null;
        string actual = couple.Actual(server);
        if (!couple.Agrees(actual)) Findings.Add($"{command} of {couple} said nothing, and the pair is {actual}");
        if (errors.Length > 0 && actual != before && !errors.Any(error => error.Contains(couple.SpokeName, StringComparison.OrdinalIgnoreCase)))
            Findings.Add($"{command} of {couple} made {actual} of {before}, and no error names it: {string.Join(" | ", errors)}");
    }

    /// <summary>Somebody else gives the spoke another prefix or takes it away; its pairs are then brought in sync.</summary>
    private void Resize(Session session, Couple couple)
    {
        string path = couple.SpokeId + "?api-version=2024-05-01";
        JsonNode network = server.Send("GET", path)["body"]!;
        JsonArray prefixes = network["properties"]!["addressSpace"]!["addressPrefixes"]!.AsArray();
        if (prefixes.Count > 1) prefixes.RemoveAt(1);
        else prefixes.Add(((string)prefixes[0]!).Replace("10.", "172.", StringComparison.Ordinal));
        _ = server.Send("PUT", path, new JsonObject
        {
            ["location"] = (string?)network["location"],
            ["properties"] = new JsonObject { ["addressSpace"] = network["properties"]!["addressSpace"]!.DeepClone() },
        });
        this.Count("Sync-PeeringPair", session.Run($"$null = Sync-PeeringPair -VirtualNetworkId '{couple.SpokeId}' -Force -TimeoutSeconds 120"));
    }

    private void Read(Session session) => this.Count("Get-PeeringPair", session.Run("$null = Get-PeeringPair"));

    private void Count(string command, string[] errors)
    {
        Commands[command] = Commands.GetValueOrDefault(command) + 1;
        foreach (string error in errors)
        {
            string id = error[..error.IndexOf(':', StringComparison.Ordinal)];
            Errors[id] = Errors.GetValueOrDefault(id) + 1;
        }
    }
}
