using PeeringTools.Ports;

namespace PeeringTools;

/// <summary>Who is signed in, where, and with which defaults. Immutable; it never shows a token.</summary>
public abstract class PeeringConnection
{
    /// <summary>Names the connection within this process, for example in messages about several of them.</summary>
    public string Name { get; init; } = "";

    /// <summary>The user, application or managed identity, as its token says.</summary>
    public string Account { get; init; } = "";

    /// <summary>The tenant the identity signed in to.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>How it signed in: ManagedIdentity, ClientSecret, AccessToken, AzContext, Lab ...</summary>
    public string Source { get; init; } = "";

    /// <summary>AzureCloud, AzureUSGovernment, AzureChinaCloud, Custom or LAB.</summary>
    public string Environment { get; init; } = "";

    /// <summary>The only host its tokens go to.</summary>
    public Uri Endpoint { get; init; } = new("https://management.azure.com");

    /// <summary>The api-version its requests to Microsoft.Network carry.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>Default scope of a call without a scope; empty means every subscription it sees.</summary>
    public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

    /// <summary>Other tenants it can vouch for on writes that cross tenants.</summary>
    public IReadOnlyList<string> AuxiliaryTenantIds { get; init; } = [];

    /// <summary>True for the in-process lab: nothing it shows is real.</summary>
    public bool IsLab { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime ConnectedOn { get; init; }

    /// <summary>What its work is timed with; the lab has a clock of its own.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Lends tokens to writes of other connections that cross into its tenants.</summary>
    internal abstract IAuxiliaryTokens AuxiliaryTokens { get; }

    /// <summary>Opens the way to Azure for one call, which says what it does to the given reporter.</summary>
    internal abstract IArmNetwork Open(IReporter reporter);

    /// <inheritdoc/>
    public override string ToString() => $"{Account} @ {TenantId} ({Source})";
}
