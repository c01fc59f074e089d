using PeeringTools.Loading;

namespace PeeringTools.Tests.Loading;

/// <summary>Windows PowerShell cannot be run here; what its resolver decides can.</summary>
public sealed class OwnFolderRuleTests
{
    private static readonly string Own = Path.Combine(Path.GetTempPath(), "module", "lib", "net472");
    private static readonly string Isolated = Path.Combine(Own, "isolated");

    private readonly HashSet<string> _files =
    [
        Path.Combine(Own, "System.Text.Json.dll"),
        Path.Combine(Own, "PeeringTools.Core.dll"),
        Path.Combine(Isolated, "Azure.Core.dll"),
        Path.Combine(Isolated, "System.Text.Json.dll"),
    ];

    private OwnFolderRule Rule => new(Own, _files.Contains);

    [Theory]
    [InlineData("PeeringTools.Core.dll")]
    [InlineData("isolated/Azure.Core.dll")]
    public void A_requester_of_ours_gets_a_file_of_ours(string requester)
        => Assert.Equal(Path.Combine(Isolated, "Azure.Core.dll"), Rule.Answer("Azure.Core", Path.Combine(Own, requester)));

    [Fact]
    public void What_the_cmdlets_share_comes_before_the_isolated_copy()
        => Assert.Equal(
            Path.Combine(Own, "System.Text.Json.dll"),
            Rule.Answer("System.Text.Json", Path.Combine(Isolated, "Azure.Core.dll")));

    [Fact]
    public void A_stranger_gets_no_answer()
        => Assert.Null(Rule.Answer("Azure.Core", Path.Combine(Path.GetTempPath(), "Az.Accounts", "Azure.Identity.dll")));

    [Fact]
    public void A_folder_whose_name_begins_like_ours_is_a_stranger()
        => Assert.Null(Rule.Answer("Azure.Core", Path.Combine(Own + "-other", "Some.dll")));

    [Fact]
    public void A_folder_below_ours_is_a_stranger()
        => Assert.Null(Rule.Answer("Azure.Core", Path.Combine(Isolated, "deeper", "Some.dll")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_requester_without_a_file_gets_no_answer(string? requester)
        => Assert.Null(Rule.Answer("Azure.Core", requester));

    [Fact]
    public void A_name_we_do_not_ship_gets_no_answer()
        => Assert.Null(Rule.Answer("Newtonsoft.Json", Path.Combine(Own, "PeeringTools.Core.dll")));

    [Fact]
    public void A_request_without_a_name_gets_no_answer()
        => Assert.Null(Rule.Answer(null, Path.Combine(Own, "PeeringTools.Core.dll")));

    [Fact]
    public void The_requesters_folder_is_compared_as_Windows_compares_folders()
        => Assert.NotNull(Rule.Answer("Azure.Core", Path.Combine(Own.ToUpperInvariant(), "PeeringTools.Core.dll")));
}
