using System.Globalization;

namespace PeeringTools.Lab.Server;

/// <summary>Reads the options of a command line.</summary>
internal static class CommandLine
{
    public const string Help = """
        The lab behind real HTTPS on 127.0.0.1: Resource Manager, sign-in, managed identity and a control endpoint.
        One line of JSON on standard output says where they are; the log goes to standard error.

          --estate NAME                Empty, HubSpoke (default), Migration, Analytics, Broken or Large
          --path FILE                  JSON list of ARM resources, as az network vnet list or Resource Graph print it
          --networks N                 how many networks Large has (1000)
          --port N                     port of the Resource Manager endpoint (0: a free one)
          --latency MS                 time between a request and its answer, in milliseconds (0)
          --jitter MS                  up to so much more, evenly (0)
          --pace instant|recorded      how long operations take and what Retry-After says (instant)
          --page-size N                items of a list before it goes on at a nextLink (1000)
          --admit-any-subscription     an unknown subscription comes into being on first use
          --rate-limits                answer 429 where Resource Manager's token buckets are empty
          --no-compression             do not gzip, whatever a client accepts
          --folder DIR                 where certificates and token files are written (a temporary one, deleted at the end)
          --log                        a line per request on standard error; it never holds a token
          --until-input-ends           stop when standard input ends, besides Ctrl+C and SIGTERM
          --help                       this
        """;

    /// <summary>Null when help was asked for.</summary>
    /// <exception cref="FormatException">An argument is unknown or its value is none; the message says which.</exception>
    public static ServerOptions? Parse(IReadOnlyList<string> arguments)
    {
        ServerOptions options = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i];
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    return null;
                case "--admit-any-subscription":
                    options = options with { AdmitAnySubscription = true };
                    break;
                case "--rate-limits":
                    options = options with { RateLimits = true };
                    break;
                case "--no-compression":
                    options = options with { Compression = false };
                    break;
                case "--log":
                    options = options with { Log = true };
                    break;
                case "--until-input-ends":
                    options = options with { UntilInputEnds = true };
                    break;
                default:
                    string value = ++i < arguments.Count ? arguments[i] : throw new FormatException($"{name} is unknown or lacks its value.");
                    options = WithValue(options, name, value);
                    break;
            }
        }

        return options;
    }

    private static ServerOptions WithValue(ServerOptions options, string name, string value) => name switch
    {
        "--estate" => options with
        {
            Estate = ArmLab.EstateNames.FirstOrDefault(e => string.Equals(e, value, StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException($"There is no estate '{value}'. Known estates: {string.Join(", ", ArmLab.EstateNames)}."),
        },
        "--path" => options with { Path = File.Exists(value) ? value : throw new FormatException($"There is no file '{value}'.") },
        "--networks" => options with { Networks = Number(name, value, 1, 1_000_000) },
        "--port" => options with { Port = Number(name, value, 0, 65535) },
        "--latency" => options with { Latency = TimeSpan.FromMilliseconds(Number(name, value, 0, 600_000)) },
        "--jitter" => options with { Jitter = TimeSpan.FromMilliseconds(Number(name, value, 0, 600_000)) },
        "--pace" => options with { Pace = Pace(value) },
        "--page-size" => options with { PageSize = Number(name, value, 1, 100_000) },
        "--folder" => options with { Folder = value },
        _ => throw new FormatException($"There is no option {name}. --help lists them."),
    };

    private static int Number(string name, string value, int lowest, int highest) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= lowest && number <= highest
            ? number
            : throw new FormatException($"{name} takes a number from {lowest} to {highest}, not '{value}'.");

    private static LabPace Pace(string value) =>
        Enum.TryParse(value, ignoreCase: true, out LabPace pace) && Enum.IsDefined(pace) && !char.IsAsciiDigit(value[0])
            ? pace
            : throw new FormatException($"--pace takes instant or recorded, not '{value}'.");
}
