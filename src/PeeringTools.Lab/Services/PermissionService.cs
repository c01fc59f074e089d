using PeeringTools.Lab.Access;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>What the caller may do at a scope: one entry per role that holds there.</summary>
internal sealed class PermissionService
{
    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public PermissionService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    public ArmAnswer Serve(ArmRequest request)
    {
        string scope = request.Path.Scope!.Id;
        if (request.Method != "GET" || !request.Path.IsCollection)
        {
            throw FrontEndErrors.MethodNotAllowed(request.Method, "Microsoft.Authorization/permissions");
        }

        AccessGate.Require(request, "Microsoft.Authorization/permissions/read", scope);
        if (request.Path.Group is not null)
        {
            _ = _gate.Group(request);
        }

        bool data = string.CompareOrdinal(request.ApiVersion.Text, "2018-01-01") >= 0;
        LabRole[] roles = [.. Rights.At(request.Caller, scope)];
        return Page.Of(request, roles, Math.Max(roles.Length, _engine.Options.PageSize), r => r.Name, _ => true, role => ArmAnswer.Json(200, w =>
        {
            w.WriteStartObject();
            w.WriteStrings("actions", role.Actions);
            w.WriteStrings("notActions", role.NotActions);
            if (data)
            {
                w.WriteStrings("dataActions", []);
                w.WriteStrings("notDataActions", []);
            }

            w.WriteEndObject();
        }).Body);
    }
}
