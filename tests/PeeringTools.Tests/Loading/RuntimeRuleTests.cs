using PeeringTools.Loading;

namespace PeeringTools.Tests.Loading;

public sealed class RuntimeRuleTests
{
    [Theory]
    [InlineData("System.Text.Json.dll", "10.0.0.0", "10.0.0.0", true)]
    [InlineData("System.Text.Json.dll", "11.0.0.0", "10.0.0.0", true)]
    [InlineData("System.Text.Json.dll", "8.0.0.0", "10.0.0.0", false)]
    [InlineData("Azure.Core.dll", "2.0.0.0", "1.0.0.0", false)]
    public void The_runtime_is_asked_for_what_it_has_in_the_same_release_or_a_later_one(string file, string runtime, string ours, bool asked) =>
        Assert.Equal(asked, RuntimeRule.Prefers(file, new Version(runtime), new Version(ours)));
}
