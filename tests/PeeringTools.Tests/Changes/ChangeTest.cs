using System.Management.Automation;
using PeeringTools.Tests.Support;

namespace PeeringTools.Tests.Changes;

/// <summary>A test on the HubSpoke lab, whose thirteenth spoke has no peering yet.</summary>
public abstract class ChangeTest : LabTest
{
    private protected ChangeTest()
    {
        this.Start("HubSpoke");
        Hub = this.IdOf("vnet-hub");
        Spoke = this.IdOf("vnet-spoke-01").Replace("vnet-spoke-01", "vnet-spoke-13", StringComparison.Ordinal);
    }

    private protected string Hub { get; }

    private protected string Spoke { get; }

    /// <summary>The requests so far that could have changed anything.</summary>
    private protected IReadOnlyList<string> Writes() => [.. this.Requests().Where(request => !request.StartsWith("GET ", StringComparison.Ordinal))];

    private protected PSObject Create(string more = "") =>
        Assert.Single(this.Pairs($"New-PeeringPair $args[0] $args[1] {more}", Spoke, Hub));

    /// <summary>The pair as the lab has it now; null when there is none.</summary>
    private protected PSObject? Read() => this.Session.Run("Get-PeeringPair $args[0]", Spoke).Output.SingleOrDefault();
}
