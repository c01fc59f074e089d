using System.Text.Json.Nodes;
using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server.Control;

/// <summary>What the test principals sign in with. All of it was made by this run and is worth nothing elsewhere.</summary>
internal static class Secrets
{
    public static JsonObject Of(LabServer server) => new()
    {
        ["principals"] = new JsonArray([.. server.Host.Applications.All.Select(a => Of(server, a))]),
        ["environment"] = new JsonObject
        {
            ["IDENTITY_ENDPOINT"] = server.ManagedIdentityEndpoint.AbsoluteUri,
            ["IDENTITY_HEADER"] = server.IdentityHeader,
        },
    };

    private static JsonObject Of(LabServer server, Application application)
    {
        JsonObject secrets = ReadyLine.Principal(application);
        secrets["clientSecret"] = application.Secret;
        if (application.Certificate is not null) secrets["certificatePath"] = server.CertificatePath(application);
        if (application.FederatedSubject is not null) secrets["federatedTokenFile"] = server.FederatedTokenPath(application);
        return secrets;
    }
}
