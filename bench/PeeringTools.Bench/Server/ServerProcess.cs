using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PeeringTools.Bench.Server;

/// <summary>The lab server as a process of its own, for as long as a benchmark needs it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, JsonNode ready)
    {
        _process = process;
        Endpoint = (string)ready["endpoint"]!;
        Authority = (string)ready["authority"]!;
        Thumbprint = (string)ready["thumbprint"]!;
        Tenant = (string)ready["tenants"]![0]!["tenantId"]!;
        Control = new ServerControl((string)ready["controlEndpoint"]!, (string)ready["controlKey"]!);
    }

    public string Endpoint { get; }

    public string Authority { get; }

    public string Thumbprint { get; }

    public string Tenant { get; }

    public ServerControl Control { get; }

    /// <summary>Starts it and waits for its ready line.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; its error output says why.</exception>
    public static ServerProcess Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [BuiltFiles.Server, "--until-input-ends", .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        return process.StandardOutput.ReadLine() is string line
            ? new ServerProcess(process, JsonNode.Parse(line)!)
            : throw new InvalidOperationException("The lab server did not start.");
    }

    /// <summary>PowerShell that signs in as the principal that may everything.</summary>
    public string ConnectScript(string connection = "$null") => $$"""
        $ProgressPreference = 'SilentlyContinue'
        $secret = [System.Security.SecureString]::new(); '{{Control.SecretOf("owner")}}'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        {{connection}} = Connect-PeeringAccount -TenantId '{{Tenant}}' -ClientId '{{Control.ClientIdOf("owner")}}' -ClientSecret $secret `
            -Endpoint '{{Endpoint}}' -Authority '{{Authority}}' -PinnedCertificate '{{Thumbprint}}' -PassThru
        """;

    public void Dispose()
    {
        Control.Dispose();
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill();
        _process.Dispose();
    }
}
