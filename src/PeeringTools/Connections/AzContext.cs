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

    /// <summary>True for Az's own context objects, of whatever version.</summary>
    public static bool IsOne(object value) =>
        value.GetType().FullName is { } name && name.StartsWith("Microsoft.Azure.Commands.", StringComparison.Ordinal)
        && name.EndsWith("Context", StringComparison.Ordinal);

    /// <summary>The session's own context; null where Az.Accounts is not imported or nobody is signed in.</summary>
    /// <remarks>Only a command that is already there is used: looking for it must not import Az into the session.</remarks>
    public static object? OfSession(PSCmdlet cmdlet)
    {
        if (cmdlet.SessionState.InvokeCommand.GetCommand("Get-AzAccessToken", CommandTypes.Cmdlet | CommandTypes.Function) is null)
            return null;
        return cmdlet.InvokeCommand.InvokeScript(ReadContext).FirstOrDefault(found => found is not null)?.BaseObject;
    }

    /// <summary>Who a context stands for: account and tenant.</summary>
    public static string IdentityOf(object context) => $"{Text(context, "Account", "Id")} @ {Text(context, "Tenant", "Id")}";

    /// <summary>Signs in with a context. Its tokens are asked of Az each time one runs out.</summary>
    public static PeeringConnection Connect(object context)
    {
        Uri? endpoint = Uri.TryCreate(Text(context, "Environment", "ResourceManagerUrl"), UriKind.Absolute, out Uri? url) ? url : null;
        ConnectionRequest request = new()
        {
            Kind = CredentialKind.AzContext,
            TenantId = Text(context, "Tenant", "Id"),
            Environment = Text(context, "Environment", "Name") ?? "AzureCloud",
            Endpoint = endpoint,
            SubscriptionIds = Text(context, "Subscription", "Id") is { } subscription ? [subscription] : [],
            AzContextToken = (tenant, cancellationToken) => TokenAsync(context, tenant),
        };
        return Gateway.Arm.ConnectAsync(request, SilentReporter.Instance, CancellationToken.None).GetAwaiter().GetResult();
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
        PSObject answer = ScriptBlock.Create(ReadToken).Invoke(context, arguments).First();
        return answer.Properties["Token"]?.Value switch
        {
            SecureString secure => secure,
            string plain => Secure(plain),
            _ => throw PeeringException.Of(nameof(Errors.AuthenticationFailed), null, "Get-AzAccessToken gave no token."),
        };
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
