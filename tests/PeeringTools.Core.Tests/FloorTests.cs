using System.Text.RegularExpressions;
using PeeringTools.Core.Tests;

namespace PeeringTools;

/// <summary>The rooms of Core as docs/architecture.md draws them: nobody looks up.</summary>
public partial class FloorTests
{
    /// <summary>The lowest first. Rooms of one floor may know one another.</summary>
    private static readonly string[][] Floors =
    [
        ["Text"], ["Errors"], ["Model", "Surroundings"], ["Files"], ["Ports"], ["Access"], ["Records"], ["Pairs"], ["Estates"], ["Addresses"],
        ["Inventory"], ["Changes"], ["Routing"], ["Health"], ["Policy"], ["Topology"], ["Report"],
    ];

    private static readonly string Core = Path.Combine(Repository.Root, "src", "PeeringTools.Core");

    public static TheoryData<string> Rooms => [.. Floors.SelectMany(floor => floor)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_rooms_below_it(string room)
    {
        string[] above = [.. Floors.SkipWhile(floor => !floor.Contains(room)).Skip(1).SelectMany(floor => floor)];
        ILookup<string, string> roomsOf = above.SelectMany(name => TypesOf(name).Select(type => (Type: type, Room: name)))
            .ToLookup(found => found.Type, found => found.Room);

        foreach (string file in FilesOf(room))
        {
            string code = NoCode().Replace(File.ReadAllText(file), " ");
            IEnumerable<string> spaces = Using().Matches(code).Select(match => match.Groups[1].Value).Intersect(above);
            IEnumerable<string> types = Word().Matches(code).Select(match => match.Value).Where(roomsOf.Contains).Distinct();
            Assert.Empty(spaces.Concat(types).Select(found => $"{Path.GetRelativePath(Core, file)} knows {found}"));
        }
    }

    [Fact]
    public void Every_folder_of_Core_has_its_floor() => Assert.Equal(
        Rooms.Select(room => (string)room).Order(), Directory.GetDirectories(Core).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj"]).Order());

    /// <summary>What a room declares in the root namespace, where nobody needs a using to see it.</summary>
    private static IEnumerable<string> TypesOf(string room) => FilesOf(room)
        .Select(file => NoCode().Replace(File.ReadAllText(file), " "))
        .Where(code => code.Contains("namespace PeeringTools;", StringComparison.Ordinal))
        .SelectMany(code => Declaration().Matches(code).Select(match => match.Groups[1].Value))
        .Concat(Directory.EnumerateFiles(Path.Combine(Core, room), "*.resx", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)));

    private static IEnumerable<string> FilesOf(string room) => Directory.EnumerateFiles(Path.Combine(Core, room), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?PeeringTools\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:public|internal)[\w ]* (?:class|interface|enum|struct|record) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>Comments and texts.</summary>
    [GeneratedRegex(@"//.*|""(?:\\.|[^""\\])*""")]
    private static partial Regex NoCode();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Word();
}
