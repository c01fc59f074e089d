using PeeringTools.Core.Tests;

namespace PeeringTools.Health;

public sealed class RulePageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "rules");

    private static bool Writes => Environment.GetEnvironmentVariable("PEERINGTOOLS_WRITE_DOCS") == "1";

    public static TheoryData<string> RuleIds => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    /// <summary>Set PEERINGTOOLS_WRITE_DOCS=1 to write the pages instead of comparing them.</summary>
    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_of_a_rule_says_what_the_rule_says(string ruleId) =>
        Compare(ruleId + ".md", RulePage.Write(RuleCatalogue.All.Single(rule => rule.Id == ruleId)));

    [Fact]
    public void The_index_lists_every_rule() => Compare("README.md", RulePage.WriteIndex());

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone()
    {
        IEnumerable<string?> pages = Directory.GetFiles(Folder, "*.md").Select(Path.GetFileNameWithoutExtension).Where(name => name != "README");
        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_class_of_a_rule_is_in_the_catalogue_under_its_own_name()
    {
        IEnumerable<string> classes = typeof(HealthRule).Assembly.GetTypes()
            .Where(type => typeof(HealthRule).IsAssignableFrom(type) && !type.IsAbstract).Select(type => type.Name);
        Assert.Equal(classes.Order(StringComparer.Ordinal), RuleCatalogue.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
        Assert.All(RuleCatalogue.All, rule => Assert.Equal(rule.GetType().Name, rule.Id.Replace(".", "", StringComparison.Ordinal)));
    }

    private static void Compare(string file, string expected)
    {
        string path = Path.Combine(Folder, file);
        if (Writes)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
