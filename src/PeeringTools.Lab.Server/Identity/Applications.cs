using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>The test principals: the same for the life of a server, entered into every estate that it loads.</summary>
internal sealed class Applications
{
    public const string Operator = "operator";
    public const string Owner = "owner";
    public const string Reader = "reader";
    public const string Stranger = "stranger";

    public Applications()
    {
        All =
        [
            Make(Operator, Certified(Operator), "system:serviceaccount:lab:operator", isManagedIdentity: true),
            Make(Owner, null, "system:serviceaccount:lab:owner", isManagedIdentity: false),
            Make(Reader, null, null, isManagedIdentity: true),
            Make(Stranger, null, null, isManagedIdentity: false),
        ];
    }

    public IReadOnlyList<Application> All { get; }

    public Application? Find(string? clientId) => All.FirstOrDefault(a => string.Equals(a.ClientId, clientId, StringComparison.OrdinalIgnoreCase));

    public Application Named(string name) => All.First(a => a.Name == name);

    /// <summary>
    /// Makes the applications known to a lab. The operator has what the estate's own caller has; the owner is in every tenant
    /// and may everything; the reader reads the first tenant; the stranger has no role.
    /// </summary>
    public void Enter(ArmLab lab)
    {
        string[] everywhere = [.. lab.Tenants.Select(t => t.TenantId)];
        foreach (Application application in All)
        {
            application.Tenants = application.Name == Owner ? everywhere : [.. everywhere.Take(1)];
            LabPrincipal principal = lab.AddPrincipal(application.ObjectId, application.ClientId, [.. application.Tenants]);
            Grant(lab, application, principal);
        }
    }

    private static void Grant(ArmLab lab, Application application, LabPrincipal principal)
    {
        switch (application.Name)
        {
            case Operator when lab.Options.AdmitAnySubscription:
                principal.Grant("/", LabRole.Contributor);
                break;
            case Operator:
                foreach (LabRoleAssignment role in lab.Principals[0].Assignments) principal.Grant(role.Scope, role.Role);
                break;
            case Owner:
                principal.Grant("/", LabRole.Owner);
                break;
            case Reader:
                foreach (LabSubscription subscription in lab.Subscriptions.Where(s => application.IsIn(s.TenantId)))
                {
                    principal.Grant("/subscriptions/" + subscription.SubscriptionId, LabRole.Reader);
                }

                break;
        }
    }

    private static Application Make(string name, X509Certificate2? certificate, string? subject, bool isManagedIdentity) => new()
    {
        Name = name,
        ClientId = Named("application/" + name, "lab").ToString(),
        ObjectId = Named("principal/" + name, "lab").ToString(),
        Secret = "lab~" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_'),
        Certificate = certificate,
        FederatedSubject = subject,
        IsManagedIdentity = isManagedIdentity,
    };

    /// <summary>Ids that are the same in every run, so that scripts may hold them.</summary>
    private static Guid Named(string name, string space) => new(SHA256.HashData(Encoding.UTF8.GetBytes(space + "/" + name)).AsSpan(0, 16));

    /// <summary>RSA, because the Azure SDKs sign their assertions with nothing else.</summary>
    private static X509Certificate2 Certified(string name)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=PeeringTools lab " + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }
}
