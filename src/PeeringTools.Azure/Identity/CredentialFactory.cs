using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Identity;

/// <summary>The credential for a way to sign in. None of them opens a browser unless the person asked for one.</summary>
internal sealed class CredentialFactory(ConnectionRequest request, Cloud cloud, HttpPipelineTransport transport, TimeProvider clock)
{
    /// <summary>False where a token that was refused cannot be replaced by another one.</summary>
    public bool IsRenewable => request.Kind != CredentialKind.AccessToken;

    /// <summary>Makes the credential anew, without what it has cached; null where that would ask a person again.</summary>
    public Func<TokenCredential>? Remake => request.Kind is CredentialKind.ClientSecret or CredentialKind.Certificate
        or CredentialKind.FederatedToken or CredentialKind.ManagedIdentity or CredentialKind.Default ? this.Create : null;

    public TokenCredential Create() => request.Kind switch
    {
        CredentialKind.Default => this.Default(),
        CredentialKind.ManagedIdentity => this.ManagedIdentity(),
        CredentialKind.Certificate => this.Certificate(),
        CredentialKind.ClientSecret => this.ClientSecret(),
        CredentialKind.FederatedToken => this.FederatedToken(),
        CredentialKind.DeviceCode => this.DeviceCode(),
        CredentialKind.Interactive => this.Interactive(),
        CredentialKind.AccessToken => this.AccessToken(),
        CredentialKind.AzContext => this.AzContext(),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, null),
    };

    private DefaultAzureCredential Default()
    {
        DefaultAzureCredentialOptions options = this.Common(new DefaultAzureCredentialOptions());
        options.TenantId = request.TenantId;
        options.ManagedIdentityClientId = options.WorkloadIdentityClientId = request.ClientId;
        options.DisableInstanceDiscovery = cloud.IsCustomAuthority;
        options.ExcludeAzureDeveloperCliCredential = true;
        options.ExcludeAzurePowerShellCredential = true;
        options.ExcludeBrokerCredential = true;
        options.ExcludeInteractiveBrowserCredential = true;
        options.ExcludeVisualStudioCodeCredential = true;
        options.ExcludeVisualStudioCredential = true;
        this.AllowTenants(options.AdditionallyAllowedTenants);
        return new DefaultAzureCredential(options);
    }

    private ManagedIdentityCredential ManagedIdentity() => new(this.Common(new ManagedIdentityCredentialOptions(
        request.ClientId is string id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)));

    private ClientCertificateCredential Certificate()
    {
        (string tenant, string client) = this.Application();
        if (request.CertificatePath is null && request.CertificateThumbprint is null) throw this.Incomplete("CertificatePath, CertificateThumbprint");
        ClientCertificateCredentialOptions options = this.Common(new ClientCertificateCredentialOptions());
        options.DisableInstanceDiscovery = cloud.IsCustomAuthority;
        this.AllowTenants(options.AdditionallyAllowedTenants);
        return new ClientCertificateCredential(tenant, client, CertificateSource.Load(request), options);
    }

    private ClientSecretCredential ClientSecret()
    {
        (string tenant, string client) = this.Application();
        if (request.ClientSecret is null) throw this.Incomplete("ClientSecret");
        ClientSecretCredentialOptions options = this.Common(new ClientSecretCredentialOptions());
        options.DisableInstanceDiscovery = cloud.IsCustomAuthority;
        this.AllowTenants(options.AdditionallyAllowedTenants);
        return new ClientSecretCredential(tenant, client, request.ClientSecret.Reveal(), options);
    }

    private WorkloadIdentityCredential FederatedToken()
    {
        WorkloadIdentityCredentialOptions options = this.Common(new WorkloadIdentityCredentialOptions());
        (options.TenantId, options.ClientId) = this.Application();
        options.TokenFilePath = request.FederatedTokenFile ?? throw this.Incomplete("FederatedTokenFile");
        options.DisableInstanceDiscovery = cloud.IsCustomAuthority;
        this.AllowTenants(options.AdditionallyAllowedTenants);
        return new WorkloadIdentityCredential(options);
    }

    private DeviceCodeCredential DeviceCode()
    {
        Action<string> prompt = request.DeviceCodePrompt ?? throw this.Incomplete("DeviceCodePrompt");
        DeviceCodeCredentialOptions options = this.Common(new DeviceCodeCredentialOptions());
        options.TenantId = request.TenantId;
        if (request.ClientId is string client) options.ClientId = client;
        options.DisableInstanceDiscovery = cloud.IsCustomAuthority;
        options.DeviceCodeCallback = (code, _) =>
        {
            prompt(SafeText.ForMessage(code.Message));
            return Task.CompletedTask;
        };
        this.AllowTenants(options.AdditionallyAllowedTenants);
        return new DeviceCodeCredential(options);
    }

    private InteractiveBrowserCredential Interactive()
    {
        InteractiveBrowserCredentialOptions options = this.Common(new InteractiveBrowserCredentialOptions());
        options.TenantId = request.TenantId;
        if (request.ClientId is string client) options.ClientId = client;
        options.DisableInstanceDiscovery = cloud.IsCustomAuthority;
        this.AllowTenants(options.AdditionallyAllowedTenants);
        return new InteractiveBrowserCredential(options);
    }

    private GivenTokenCredential AccessToken()
    {
        System.Security.SecureString token = request.AccessToken ?? throw this.Incomplete("AccessToken");
        return new GivenTokenCredential((_, _) => Task.FromResult(token.Reveal()), clock);
    }

    private GivenTokenCredential AzContext()
    {
        Func<string?, CancellationToken, Task<System.Security.SecureString>> context = request.AzContextToken ?? throw this.Incomplete("AzContextToken");
        return new GivenTokenCredential(
            async (tenant, cancellationToken) => (await context(tenant, cancellationToken).ConfigureAwait(false)).Reveal(), clock);
    }

    private (string Tenant, string Client) Application() => (
        request.TenantId ?? throw this.Incomplete("TenantId"),
        request.ClientId ?? throw this.Incomplete("ClientId"));

    /// <summary>What all of them share: where to sign in, over which transport, and that nothing is logged.</summary>
    private T Common<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = cloud.Authority;
        options.Transport = transport;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        return options;
    }

    private void AllowTenants(IList<string> allowed)
    {
        foreach (string tenant in request.AuxiliaryTenantIds) allowed.Add(tenant);
    }

    private PeeringException Incomplete(string missing) => PeeringException.Of(
        nameof(Errors.InvalidInput), null, string.Format(CultureInfo.InvariantCulture, Messages.CredentialIncomplete, request.Kind, missing));
}
