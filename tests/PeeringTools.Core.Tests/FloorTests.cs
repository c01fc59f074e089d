using System.Text.RegularExpressions;
using PeeringTools.Core.Tests;

namespace PeeringTools;

/// <summary>The rooms of Core as docs/architecture.md draws them: nobody looks up.</summary>
public partial class FloorTests
{
    /// <summary>The lowest first.</summary>
    private static readonly string[] Floors =
    [
        "Text", "Errors", "Surroundings", "Model", "Files", "Ports", "Access", "Records", "Pairs", "Estates", "Addresses", "Inventory", "Routing", "Changes",
        "Policy", "Health", "Topology", "Report",
    ];

    private static readonly string Core = Path.Combine(Repository.Root, "src", "PeeringTools.Core");

    public static TheoryData<string> Rooms => [.. Floors];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_rooms_below_it(string room)
    {
        string[] known = [.. Directory.EnumerateFiles(Path.Combine(Core, room), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().Where(name => name != room)];

        Assert.All(known, name => Assert.InRange(Array.IndexOf(Floors, name), 0, Array.IndexOf(Floors, room) - 1));
    }

    [Fact]
    public void Every_folder_of_Core_has_its_floor() => Assert.Equal(
        Floors.Order(), Directory.GetDirectories(Core).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj"]).Order());

    [GeneratedRegex(@"^using PeeringTools\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
