using System.Globalization;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Identity;

/// <summary>Where ARM and the sign-in are, and what tokens are asked for.</summary>
internal sealed record Cloud(string Name, Uri Endpoint, Uri Authority, string Audience)
{
    private static readonly Cloud[] Known =
    [
        new("AzureCloud", new("https://management.azure.com"), new("https://login.microsoftonline.com/"), "https://management.azure.com/"),
        new("AzureUSGovernment", new("https://management.usgovcloudapi.net"), new("https://login.microsoftonline.us/"), "https://management.usgovcloudapi.net/"),
        new("AzureChinaCloud", new("https://management.chinacloudapi.cn"), new("https://login.chinacloudapi.cn/"), "https://management.chinacloudapi.cn/"),
    ];

    /// <summary>True where the sign-in is not one of Microsoft's own, so that nobody is asked whether it may be trusted.</summary>
    public bool IsCustomAuthority => Known.All(cloud => cloud.Authority.Host != Authority.Host);

    /// <summary>The environment asked for, or the endpoint given in its place.</summary>
    /// <exception cref="PeeringException">InvalidInput: an unknown environment, or an address that is no plain https one.</exception>
    public static Cloud Of(ConnectionRequest request)
    {
        Cloud cloud = Known.FirstOrDefault(c => string.Equals(c.Name, request.Environment, StringComparison.OrdinalIgnoreCase))
            ?? throw Invalid(Messages.EnvironmentUnknown, request.Environment, string.Join(", ", Known.Select(c => c.Name)));
        if (request.Endpoint is Uri endpoint)
        {
            cloud = cloud with { Name = "Custom", Endpoint = Plain(endpoint), Audience = endpoint.GetLeftPart(UriPartial.Authority) + "/" };
        }

        if (request.Authority is Uri authority) cloud = cloud with { Authority = Plain(authority) };
        return string.IsNullOrWhiteSpace(request.Audience) ? cloud : cloud with { Audience = request.Audience! };
    }

    /// <summary>The thumbprint a self-signed endpoint on this machine must show; null where none is pinned.</summary>
    /// <exception cref="PeeringException">InvalidInput: no SHA-256 thumbprint, or an address that is not this machine's.</exception>
    public byte[]? PinnedCertificate(ConnectionRequest request)
    {
        if (request.PinnedCertificate is not string given) return null;
        foreach (Uri address in (Uri[])[Endpoint, .. request.Authority is null ? Array.Empty<Uri>() : [Authority]])
        {
            if (!address.IsLoopback) throw Invalid(Messages.PinnedHostNotLoopback, address.Host);
        }

        string digits = new([.. given.Where(c => c is not (':' or ' ' or '-'))]);
        if (digits.Length != 64 || !digits.All(Uri.IsHexDigit)) throw Invalid(Messages.PinnedThumbprintBad, SafeText.ForMessage(given, 100));
        byte[] thumbprint = new byte[32];
        for (int i = 0; i < thumbprint.Length; i++)
        {
            thumbprint[i] = (byte)((Uri.FromHex(digits[2 * i]) << 4) | Uri.FromHex(digits[(2 * i) + 1]));
        }

        return thumbprint;
    }

    private static Uri Plain(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
            ? address
            : throw Invalid(Messages.EndpointNotPlain, SafeText.ForMessage(address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : address.OriginalString, 200));

    private static PeeringException Invalid(string text, params object?[] arguments) =>
        PeeringException.Of(nameof(Errors.InvalidInput), null, string.Format(CultureInfo.InvariantCulture, text, arguments));
}
