using System.Reflection;
using PeeringTools.Lab;

namespace PeeringTools.Azure.Tests;

/// <summary>References go down only.</summary>
public class ArchitectureTests
{
    [Fact]
    public void The_domain_knows_neither_Azure_nor_HTTP_nor_PowerShell()
    {
        Assert.DoesNotContain(
            ReferencesOf(typeof(PeeringPair).Assembly),
            name => name.StartsWith("Azure.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Identity", StringComparison.Ordinal)
                || name is "System.Net.Http" or "System.Management.Automation" or "PeeringTools.Azure" or "PeeringTools.Lab");
    }

    [Fact]
    public void The_lab_shares_no_code_with_what_it_tests()
    {
        Assert.DoesNotContain(
            ReferencesOf(typeof(ArmLab).Assembly),
            name => name.StartsWith("PeeringTools", StringComparison.Ordinal) || name.StartsWith("Azure.", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_gateway_is_seen_from_outside()
    {
        Assert.Equal([typeof(ArmGateway)], typeof(ArmGateway).Assembly.GetExportedTypes());
        Assert.NotNull(typeof(ArmGateway).GetConstructor(Type.EmptyTypes));
    }

    [Fact]
    public void Only_the_folder_of_the_lab_knows_the_lab()
    {
        string[] strangers =
        [
            .. typeof(ArmGateway).Assembly.GetTypes()
                .Where(t => t.Namespace != "PeeringTools.Azure.LabLink" && t.Namespace?.StartsWith("PeeringTools.Azure", StringComparison.Ordinal) == true)
                .Where(t => t.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
                    .Any(f => f.FieldType.Assembly == typeof(ArmLab).Assembly))
                .Select(t => t.FullName!),
        ];
        Assert.Empty(strangers);
    }

    private static string[] ReferencesOf(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(a => a.Name!)];
}
