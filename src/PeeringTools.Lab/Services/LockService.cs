using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Management locks at any scope.</summary>
internal sealed class LockService
{
    private static readonly string[] Levels = ["NotSpecified", "CanNotDelete", "ReadOnly"];

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public LockService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    private List<ResourceLock> Locks => _engine.Estate.Locks;

    public ArmAnswer Serve(ArmRequest request)
    {
        string scope = request.Path.Scope!.Id;
        string action = "Microsoft.Authorization/locks/" + request.Method switch { "GET" => "read", "DELETE" => "delete", _ => "write" };
        AccessGate.Require(request, action, scope);
        if (request.Path.Group is not null)
        {
            _ = _gate.Group(request);
        }

        return (request.Method, request.Path.IsCollection) switch
        {
            ("GET", true) => List(request, scope),
            ("GET", false) => new ArmAnswer(200, Body(Find(scope, request.Path.Names[0]) ?? throw NotFound(request.Path.Names[0]))),
            ("PUT", false) => Put(request, scope),
            ("DELETE", false) => Delete(scope, request.Path.Names[0]),
            _ => throw FrontEndErrors.MethodNotAllowed(request.Method, "Microsoft.Authorization/locks"),
        };
    }

    private static byte[] Body(ResourceLock held) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteStartObject("properties");
        w.WriteString("level", held.Level);
        if (held.Notes is not null)
        {
            w.WriteString("notes", held.Notes);
        }

        w.WriteEndObject();
        w.WriteString("id", held.Id);
        w.WriteString("type", "Microsoft.Authorization/locks");
        w.WriteString("name", held.Name);
        w.WriteEndObject();
    }).Body;

    private static ArmException NotFound(string name) => ArmError.FrontEnd(404, "LockNotFound", $"The lock '{name}' could not be found.").Thrown();

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private ResourceLock? Find(string scope, string name) => Locks.Find(l => Is(l.Scope, scope) && Is(l.Name, name));

    /// <summary>The locks that hold for the scope, and those below it.</summary>
    private ArmAnswer List(ArmRequest request, string scope)
    {
        ResourceLock[] sorted = [.. Locks.Where(l => l.Covers(scope) || Access.Rights.Covers(scope, l.Scope)).OrderBy(l => l.Id, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, l => l.Id, _ => true, Body);
    }

    private ArmAnswer Put(ArmRequest request, string scope)
    {
        using JsonDocument body = GenericBody.Parse(request.Body);
        JsonElement? properties = body.RootElement.Member("properties");
        string? level = Levels.FirstOrDefault(l => Is(l, properties?.Member("level").Text() ?? ""));
        string? notes = properties?.Member("notes").Text();
        if (level is null || notes?.Length > 512)
        {
            throw FrontEndErrors.InvalidRequestContent(level is null ? "level is none of NotSpecified, CanNotDelete, ReadOnly" : "notes are longer than 512 characters");
        }

        ResourceLock? old = Find(scope, request.Path.Names[0]);
        ResourceLock held = new(scope, old?.Name ?? request.Path.Names[0], level, notes);
        Locks.Remove(old!);
        Locks.Add(held);
        return new ArmAnswer(old is null ? 201 : 200, Body(held));
    }

    private ArmAnswer Delete(string scope, string name) => new(Locks.Remove(Find(scope, name)!) ? 200 : 204);
}
