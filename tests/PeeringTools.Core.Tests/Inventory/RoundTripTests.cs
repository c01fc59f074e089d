using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace PeeringTools.Inventory;

/// <summary>What was exported comes back as it was, and opens harmless on the way.</summary>
public sealed class RoundTripTests : IDisposable
{
    /// <summary>Of rows in other countries and programs. A spreadsheet that takes commas knows quotes; it is asked apart.</summary>
    private static readonly char[] Separators = [';', '\t', '|'];

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void Whatever_is_written_is_read_back(string format) => Sample.AnyEstate(4).Sample(estate =>
    {
        string name = $"{Guid.NewGuid():N}.{format}";
        _folder.Export(name, estate);
        List<InventoryReading> read = _folder.Read(name, verify: true);
        Assert.All(read, row => Assert.Null(row.Problem?.Message));
        Assert.Equal(
            estate.Select(InventoryRow.Of).OrderBy(InventoryRow.KeyOf).Select(Say),
            read.Select(row => InventoryRow.Of(row.Pair!)).OrderBy(InventoryRow.KeyOf).Select(Say));
        Assert.Equal(Folder.Bytes(format, estate), Folder.Bytes(format, read.Select(row => row.Pair!)));
    }, iter: 150, threads: 1);

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void Everything_the_rest_of_the_module_reads_of_a_pair_comes_back(string format)
    {
        PeeringPair pair = Sample.Pair();
        (pair.Owner, pair.ManagedBy, pair.Local.VirtualNetworkResourceGuid, pair.Local.ResourceGuid) = ("net team", "Databricks", "g1", "g2");
        (pair.Remote.LocalSubnetNames, pair.Remote.RemoteGateways, pair.Remote.PeerCompleteVnets) = (["s1", "s2"], ["/gw"], false);
        _folder.Export("a." + format, [pair]);
        PeeringPair read = Assert.Single(_folder.Read("a." + format)).Pair!;
        Assert.Equal((pair.PairId, pair.Status, pair.ExpiresOn, pair.Ticket, pair.Owner), (read.PairId, read.Status, read.ExpiresOn, read.Ticket, read.Owner));
        Assert.Equal(("Inventory", pair.AsOf, false), (read.Source, read.AsOf, read.Oriented));
        Assert.Equal((pair.Local.Id?.ToLowerInvariant(), pair.Local.RemoteVirtualNetworkId.ToLowerInvariant()), (read.Local.Id?.ToLowerInvariant(), read.Local.RemoteVirtualNetworkId));
        Assert.Equal(("g1", "g2", false), (read.Local.VirtualNetworkResourceGuid, read.Local.ResourceGuid, read.Remote.PeerCompleteVnets));
        Assert.Equal(["s1", "s2"], read.Remote.LocalSubnetNames);
    }

    [Fact]
    public void Lab_data_stays_lab_data_even_without_its_evidence()
    {
        PeeringPair pair = Sample.Pair();
        pair.Source = "LAB ResourceManager";
        _folder.Export("a.csv", [pair]);
        File.Delete(_folder["a.csv.evidence.json"]);
        PeeringPair read = Assert.Single(_folder.Read("a.csv")).Pair!;
        Assert.Equal(("LAB Inventory", default(DateTime)), (read.Source, read.AsOf));
    }

    [Fact]
    public void A_side_that_does_not_exist_comes_back_as_one_that_does_not()
    {
        PeeringPair pair = Sample.Pair();
        (pair.Status, pair.MissingSide) = (PeeringPairStatus.RemoteGone, PeeringDirection.Remote);
        pair.Remote = new PeeringSide { VirtualNetworkId = pair.Remote.VirtualNetworkId, VirtualNetworkName = "b", RemoteVirtualNetworkId = pair.Local.VirtualNetworkId };
        _folder.Export("a.csv", [pair]);
        PeeringPair read = Assert.Single(_folder.Read("a.csv")).Pair!;
        Assert.Equal((PeeringPairStatus.RemoteGone, PeeringDirection.Remote, false), (read.Status, read.MissingSide, read.Remote.Exists));
        Assert.Equal((null, null, true), (read.Remote.Id, read.Remote.Name, read.Remote.PeerCompleteVnets));
    }

    [Theory]
    [InlineData(PeeringDirection.Remote, true)]
    [InlineData(PeeringDirection.None, false)]
    public void A_side_that_could_not_be_read_is_not_called_missing_afterwards(PeeringDirection missing, bool isVisible)
    {
        PeeringPair pair = Sample.Pair();
        (pair.MissingSide, pair.Remote.Exists, pair.Remote.IsVisible) = (missing, false, isVisible);
        _folder.Export("a.json", [pair]);
        PeeringPair read = Assert.Single(_folder.Read("a.json")).Pair!;
        Assert.Equal((true, isVisible), (read.Local.IsVisible, read.Remote.IsVisible));
    }

    [Fact]
    public void No_cell_of_a_csv_starts_a_formula_whatever_the_separator() => Assert.All(Sample.Hostile, text =>
    {
        PeeringPair pair = Sample.Pair();
        (pair.Owner, pair.Local.Name, pair.Local.LocalSubnetNames) = (text, text, [text, "a"]);
        string csv = Folder.Text("csv", pair);
        Assert.Equal(2, csv.Count(c => c == '\n'));
        foreach (char separator in Separators)
        {
            IEnumerable<string> cells = csv.Split('\n').SelectMany(line => line.Split(separator)).Select(cell => cell.Trim('"', ' ', '\u200B', '\uFEFF', '\u2028'));
            Assert.DoesNotContain(cells, cell => cell.Length > 0 && "=+-@\t\r\uFF1D".Contains(cell[0]));
        }

        List<string> row = new CsvLines(csv) is { } lines && lines.Next() is not null ? lines.Next()! : [];
        Assert.DoesNotContain(row, cell => cell.TrimStart(' ', '\u200B', '\uFEFF', '\u2028') is { Length: > 0 } text && "=+-@\t\r\uFF1D".Contains(text[0]));
        Assert.DoesNotContain(csv, c => char.IsControl(c) && c != '\n');
    });

    [Fact]
    public void A_spreadsheet_that_saved_the_file_anew_did_no_harm()
    {
        PeeringPair pair = Sample.Pair();
        pair.Owner = "=a, b";
        string saved = Folder.Text("csv", pair).Replace("\n", "\r\n", StringComparison.Ordinal).Replace(",true", ",TRUE", StringComparison.Ordinal).Replace(",CHG-1,", ",\"CHG-1\",", StringComparison.Ordinal);
        _folder.Put("a.csv", saved);
        Assert.Equal("=a, b", Assert.Single(_folder.Read("a.csv")).Pair!.Owner);
        Assert.Equal(Folder.Text("csv", pair), Folder.Text("csv", Assert.Single(_folder.Read("a.csv")).Pair!));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void Ten_thousand_rows_with_hostile_names_come_back(string format)
    {
        PeeringPair[] estate = [.. Enumerable.Range(0, 10_000).Select(number =>
        {
            PeeringPair pair = Sample.Pair($"n{number:D5}", "hub");
            (pair.Owner, pair.Ticket) = (Sample.Hostile[number % Sample.Hostile.Length], number.ToString(CultureInfo.InvariantCulture));
            (pair.Local.Name, pair.Remote.LocalSubnetNames) = (Sample.Hostile[number * 7 % Sample.Hostile.Length], [Sample.Hostile[number * 3 % Sample.Hostile.Length], "s"]);
            return pair;
        })];
        Stopwatch watch = Stopwatch.StartNew();
        PeeringInventoryEvidence evidence = _folder.Export("a." + format, estate);
        TimeSpan written = watch.Elapsed;
        List<InventoryReading> read = _folder.Read("a." + format, verify: true);
        TestContext.Current.SendDiagnosticMessage($"{format}: written in {written.TotalMilliseconds:F0} ms, read in {(watch.Elapsed - written).TotalMilliseconds:F0} ms, {new FileInfo(evidence.Path).Length / 1e6:F1} MB");
        Assert.Equal(10_000, evidence.Rows);
        Assert.Equal(
            estate.OrderBy(pair => pair.PairId, StringComparer.Ordinal).Select(pair => (pair.PairId, pair.Owner, pair.Ticket, pair.Local.Name ?? "")),
            read.Select(row => row.Pair!).OrderBy(pair => pair.PairId, StringComparer.Ordinal).Select(pair => (pair.PairId, pair.Owner, pair.Ticket, Named(pair, "hub").Name ?? "")));
    }

    /// <summary>The side that was Local in the sample: the one that is not the hub's.</summary>
    private static PeeringSide Named(PeeringPair pair, string hub) => pair.Local.VirtualNetworkName == hub ? pair.Remote : pair.Local;

    private static string Say(object?[] values) => string.Join("\u0001", values.Select(value => value switch
    {
        null => "null",
        string[] list => "[" + string.Join("\u0002", list) + "]",
        _ => $"{value.GetType().Name} {value}",
    }));
}
