using System.Management.Automation;
using System.Security;
using PeeringTools.Completion;
using PeeringTools.Connections;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>Signs in to Azure and makes that the session's connection.</summary>
/// <remarks>
/// <para>One cheap read proves that the identity is good before the connection is used. Without parameters it tries environment
/// variables, workload identity, managed identity and Azure CLI, in this order, and never opens a browser.</para>
/// <para>Connecting is not a must: without it the first command uses the Az context of the session where there is one, and otherwise
/// does the same as this command without parameters, and says once what it uses.</para>
/// <para>A connection is immutable, and belongs to the runspace that made it. -PassThru gives it as an object for -Connection, which
/// takes several: one per tenant or side.</para>
/// </remarks>
/// <notes>
/// <para>Tokens go to the endpoint's own host over TLS and nowhere else. No command of this module shows one.</para>
/// </notes>
/// <example>
/// <para>In a runbook, a virtual machine or a container</para>
/// <code estate="none">Connect-PeeringAccount -Identity</code>
/// <para>With -ClientId for a user-assigned managed identity.</para>
/// </example>
/// <example>
/// <para>As an application with a certificate</para>
/// <code estate="none">Connect-PeeringAccount -TenantId contoso.example -ClientId $appId -CertificatePath ./app.pfx</code>
/// </example>
/// <example>
/// <para>Two tenants in one call</para>
/// <code estate="none">
/// $ours = Connect-PeeringAccount -TenantId contoso.example -UseDeviceCode -PassThru
/// $theirs = Connect-PeeringAccount -TenantId fabrikam.example -UseDeviceCode -PassThru
/// New-PeeringPair $spoke $partner -Connection $ours, $theirs
/// </code>
/// <para>Each request goes through the connection that sees its subscription.</para>
/// </example>
/// <example>
/// <para>In a pipeline with a federated token</para>
/// <code estate="none">
/// $token = $env:AZURE_FEDERATED_TOKEN_FILE
/// Connect-PeeringAccount -TenantId $tenant -ClientId $appId -FederatedTokenFile $token
/// </code>
/// <para>No secret is kept anywhere.</para>
/// </example>
/// <seealso cref="GetPeeringAccountCommand"/>
/// <seealso cref="DisconnectPeeringAccountCommand"/>
/// <seealso cref="StartPeeringLabCommand"/>
/// <seealso href="about_PeeringTools_CrossTenant"/>
[Cmdlet(VerbsCommunications.Connect, "PeeringAccount", DefaultParameterSetName = DefaultSet)]
[OutputType(typeof(PeeringConnection))]
public sealed class ConnectPeeringAccountCommand : PeeringCommand
{
    private const string DefaultSet = "Default";
    private const string IdentitySet = "ManagedIdentity";
    private const string PathSet = "CertificatePath";
    private const string ThumbprintSet = "CertificateThumbprint";
    private const string SecretSet = "ClientSecret";
    private const string FederatedSet = "FederatedToken";
    private const string DeviceSet = "DeviceCode";
    private const string InteractiveSet = "Interactive";
    private const string TokenSet = "AccessToken";

    /// <summary>Signs in with the managed identity of this machine, runbook or container.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    public SwitchParameter Identity { get; set; }

    /// <summary>The Entra tenant to sign in to: its id or one of its domains.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, ParameterSetName = ThumbprintSet)]
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedSet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DefaultSet)]
    [ValidateNotNullOrEmpty]
    public string? TenantId { get; set; }

    /// <summary>The application, or the user-assigned managed identity, by its client id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, ParameterSetName = ThumbprintSet)]
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedSet)]
    [Parameter(ParameterSetName = IdentitySet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [Parameter(ParameterSetName = InteractiveSet)]
    [Alias("ApplicationId")]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>A PFX or PEM file with the application's certificate and private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string? CertificatePath { get; set; }

    /// <summary>The password of the certificate file.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>SHA-1 thumbprint of a certificate in the current user's or the machine's store.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ThumbprintSet)]
    [ValidateNotNullOrEmpty]
    public string? CertificateThumbprint { get; set; }

    /// <summary>The application's secret.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>A file with a federated token, as workload identity and pipelines leave it; read anew at each sign-in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FederatedSet)]
    [ValidateNotNullOrEmpty]
    public string? FederatedTokenFile { get; set; }

    /// <summary>Shows a code to enter on another device.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeviceSet)]
    public SwitchParameter UseDeviceCode { get; set; }

    /// <summary>Opens a browser on this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InteractiveSet)]
    public SwitchParameter Interactive { get; set; }

    /// <summary>A token for the endpoint that was got elsewhere. Who it is and when it ends is read from it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenSet)]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>The cloud that the identity is of.</summary>
    [Parameter]
    [ValidateSet("AzureCloud", "AzureUSGovernment", "AzureChinaCloud")]
    public string Environment { get; set; } = "AzureCloud";

    /// <summary>Another Azure Resource Manager endpoint, for example https://management.local.azurestack.external. https only.</summary>
    [Parameter]
    public Uri? Endpoint { get; set; }

    /// <summary>Where to sign in for that endpoint.</summary>
    [Parameter]
    public Uri? Authority { get; set; }

    /// <summary>The audience its tokens are for, where it is not the endpoint.</summary>
    [Parameter]
    public string? Audience { get; set; }

    /// <summary>SHA-256 thumbprint of the certificate that an endpoint on this machine shows. Refused for any other host.</summary>
    [Parameter]
    public string? PinnedCertificate { get; set; }

    /// <summary>The subscriptions a command without a scope means; without it, all that the identity sees.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SubscriptionId { get; set; } = [];

    /// <summary>Other tenants, at most three, whose networks this identity may peer with.</summary>
    [Parameter]
    [ValidateCount(1, 3)]
    public string[] AuxiliaryTenantId { get; set; } = [];

    /// <summary>Another api-version of Microsoft.Network than the one this module was made for.</summary>
    [Parameter]
    [ValidatePattern(@"^\d{4}-\d{2}-\d{2}(-preview)?$")]
    public string? ApiVersion { get; set; }

    /// <summary>Returns the connection, for use with -Connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.Run(async worker =>
    {
        PeeringConnection connection = await Gateway.Arm
            .ConnectAsync(this.Request(worker), worker, worker.Stopping).ConfigureAwait(false);
        await worker.AskAsync(() =>
        {
            ConnectionStore.Use(connection);
            this.WriteVerbose($"Signed in as {connection.Account} in tenant {connection.TenantId} at {connection.Endpoint}.");
            if (PassThru) this.WriteObject(connection);
            return true;
        }).ConfigureAwait(false);
    });

    private ConnectionRequest Request(PipelineWorker worker) => new()
    {
        Kind = ParameterSetName switch
        {
            IdentitySet => CredentialKind.ManagedIdentity,
            PathSet or ThumbprintSet => CredentialKind.Certificate,
            SecretSet => CredentialKind.ClientSecret,
            FederatedSet => CredentialKind.FederatedToken,
            DeviceSet => CredentialKind.DeviceCode,
            InteractiveSet => CredentialKind.Interactive,
            TokenSet => CredentialKind.AccessToken,
            _ => CredentialKind.Default,
        },
        TenantId = TenantId,
        ClientId = ClientId,
        CertificatePath = this.FullPath(CertificatePath),
        CertificatePassword = CertificatePassword,
        CertificateThumbprint = CertificateThumbprint,
        ClientSecret = ClientSecret,
        FederatedTokenFile = this.FullPath(FederatedTokenFile),
        AccessToken = AccessToken,
        DeviceCodePrompt = worker.Warning,
        Environment = Environment,
        Endpoint = Endpoint,
        Authority = Authority,
        Audience = Audience,
        PinnedCertificate = PinnedCertificate,
        SubscriptionIds = SubscriptionId,
        AuxiliaryTenantIds = AuxiliaryTenantId,
        ApiVersion = ApiVersion,
    };

    private string? FullPath(string? path) => path is null ? null : this.GetUnresolvedProviderPathFromPSPath(path);
}
