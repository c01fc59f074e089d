using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Resource providers, at a subscription and at the tenant: what clients look at, and register, before they begin.</summary>
internal static class ProviderService
{
    private const string Register = "register";

    /// <summary>Null when the path is none of its own.</summary>
    public static ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        string scope = path.Subscription is null ? "" : "/subscriptions/" + path.Subscription;
        if (path.Scope is not null || path.Group is not null || path.Subscription is "" || path.Names.Count > 0)
        {
            return null;
        }

        bool list = request.Method == "GET" && path.Types.Count == 0 && path.Namespace is "";
        list |= request.Method == "GET" && path.Namespace is null && path.IsTail("providers");
        bool one = request.Method == "GET" && path.Types.Count == 0 && path.Namespace is { Length: > 0 };
        bool register = request.Method == "POST" && path.Namespace is { Length: > 0 } && path.Types.Count == 1
            && string.Equals(path.Types[0], Register, StringComparison.OrdinalIgnoreCase);
        return list ? List(scope)
            : one || register ? ArmAnswer.Json(200, w => Write(w, scope, ProviderCatalog.Find(path.Namespace!) ?? throw FrontEndErrors.InvalidNamespace(path.Namespace!)))
            : null;
    }

    private static ArmAnswer List(string scope) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteStartArray("value");
        foreach (string name in ProviderCatalog.Namespaces)
        {
            Write(w, scope, name);
        }

        w.WriteEndArray();
        w.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter w, string scope, string name)
    {
        w.WriteStartObject();
        w.WriteString("id", $"{scope}/providers/{name}");
        w.WriteString("namespace", name);
        w.WriteStartArray("resourceTypes");
        foreach ((string type, string[] versions) in ProviderCatalog.TypesOf(name))
        {
            w.WriteStartObject();
            w.WriteString("resourceType", type);
            w.WriteStrings("locations", Regions.Public.Select(region => region.DisplayName));
            w.WriteStrings("apiVersions", versions);
            w.WriteString("defaultApiVersion", versions[0]);
            w.WriteString("capabilities", "SupportsTags, SupportsLocation");
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteString("registrationState", "Registered");
        w.WriteString("registrationPolicy", "RegistrationRequired");
        w.WriteEndObject();
    }
}
