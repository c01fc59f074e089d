using System.Reflection;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>Every fact that was seen on the wire or in a real report, and that the lab serves, is held by a test.</summary>
public sealed class ArmFactCoverageTests
{
    private static readonly string[] Served =
    [
        "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "0.10",
        "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.10", "1.11",
        "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10", "2.11", "2.12", "2.13", "2.14", "2.15", "2.16", "2.17", "2.18", "2.concurrency",
        "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15",
        "4.2", "4.3", "4.4",
        "8",
    ];

    [Fact]
    public void Every_served_row_has_a_test()
    {
        string[] covered = [.. typeof(ArmFactCoverageTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetCustomAttributes<ArmFactAttribute>())
            .SelectMany(a => a.Rows)
            .Distinct()];
        Assert.Empty(Served.Except(covered));
        Assert.Empty(covered.Except(Served));
    }
}
