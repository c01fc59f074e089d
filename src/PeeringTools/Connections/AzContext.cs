using System.Collections;
using System.Management.Automation;
using System.Security;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Connections;

/// <summary>
/// A sign-in the session already has through Az.Accounts. Nothing of Az is referenced: its commands are asked by name and
/// its objects read by property, so any version of it will do.
/// </summary>
internal static class AzContext
{
    private const string ReadContext = "Get-AzContext -ErrorAction SilentlyContinue";
    private const string ReadToken = "param($context, $arguments) Get-AzAccessToken @arguments -DefaultProfile $context -ErrorAction Stop";

    private static readonly string[] Commands = ["Get-AzContext", "Get-AzAccessToken"];

    /// <summary>True for Az's own context objects, of whatever version.</summary>
    public static bool IsOne(object value) =>
        value.GetType().FullName is { } name && name.StartsWith("Microsoft.Azure.Commands.", StringComparison.Ordinal)
        && name.EndsWith("Context", StringComparison.Ordinal);

    /// <summary>The session's own context; null where Az.Accounts is not imported or nobody is signed in.</summary>
    /// <remarks>Only a command that is already there is used: looking for it must not import Az into the session.</remarks>
    public static object? OfSession(PSCmdlet cmdlet)
    {
        // GetCommand, without the s, would import the module that has it.
        if (!Commands.All(name => cmdlet.InvokeCommand.GetCommands(name, CommandTypes.Cmdlet | CommandTypes.Function, nameIsPattern: false).Any()))
            return null;
        return cmdlet.InvokeCommand.InvokeScript(ReadContext).FirstOrDefault(found => found is not null)?.BaseObject;
    }

    /// <summary>Who a context stands for: account and tenant.</summary>
    public static string IdentityOf(object context) => $"{Text(context, "Account", "Id")} @ {Text(context, "Tenant", "Id")}";

    /// <summary>Signs in while parameters are still being bound, when nothing can be said or stopped yet.</summary>
    public static PeeringConnection Connect(object context) =>
        ConnectAsync(context, SilentReporter.Instance, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Signs in with a context. Its tokens are asked of Az each time one runs out.</summary>
    public static Task<PeeringConnection> ConnectAsync(object context, IReporter reporter, CancellationToken cancellationToken)
    {
        Uri? endpoint = Uri.TryCreate(Text(context, "Environment", "ResourceManagerUrl"), UriKind.Absolute, out Uri? url) ? url : null;
        ConnectionRequest request = new()
        {
            Kind = CredentialKind.AzContext,
            TenantId = Text(context, "Tenant", "Id"),
            Environment = Text(context, "Environment", "Name") ?? "AzureCloud",
            Endpoint = endpoint,
            SubscriptionIds = Text(context, "Subscription", "Id") is { } subscription ? [subscription] : [],
            AzContextToken = (tenant, _) => TokenAsync(context, tenant),
        };
        return Gateway.Arm.ConnectAsync(request, reporter, cancellationToken);
    }

    private static Task<SecureString> TokenAsync(object context, string? tenant)
    {
        // Az's cmdlets belong on the pipeline thread, which is the caller's own before the work has begun.
        PipelineWorker? worker = PipelineWorker.Current;
        return worker is null
            ? Task.FromResult(Ask(context, tenant))
            : worker.AskAsync(() => Ask(context, tenant));
    }

    private static SecureString Ask(object context, string? tenant)
    {
        Hashtable arguments = [];
        if (tenant is not null) arguments["TenantId"] = tenant;
        return Answer(context, arguments)?.Properties["Token"]?.Value switch
        {
            SecureString secure => secure,
            string plain => Secure(plain),
            _ => throw PeeringException.Of(nameof(Errors.AuthenticationFailed), null, "Get-AzAccessToken gave no token."),
        };
    }

    /// <exception cref="PeeringException">AuthenticationFailed, in Az's words.</exception>
    private static PSObject? Answer(object context, Hashtable arguments)
    {
        try
        {
            return ScriptBlock.Create(ReadToken).Invoke(context, arguments).FirstOrDefault();
        }
        catch (Exception failure) when (failure is not PipelineStoppedException and (RuntimeException or InvalidOperationException))
        {
            throw new PeeringException(PeeringError.Of(nameof(Errors.AuthenticationFailed), null, failure.Message), failure);
        }
    }

    private static SecureString Secure(string plain)
    {
        SecureString secure = new();
        foreach (char c in plain) secure.AppendChar(c);
        secure.MakeReadOnly();
        return secure;
    }

    private static string? Text(object value, params string[] path)
    {
        object? at = value;
        foreach (string name in path) at = at is null ? null : PSObject.AsPSObject(at).Properties[name]?.Value;
        string? text = at?.ToString();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
