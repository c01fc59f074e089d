using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Rules of network security groups and routes of route tables as resources of their own.</summary>
internal sealed class ChildService
{
    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public ChildService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    /// <summary>Null for a path that names no such child.</summary>
    public ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        if (path.Group is null || ChildKind.Of(path.Type) is not ChildKind kind)
        {
            return null;
        }

        return (request.Method, path.IsCollection) switch
        {
            ("GET", true) => List(request, kind),
            ("GET", false) => Get(request, kind),
            ("PUT", false) when !kind.IsReadOnly => Put(request, kind),
            ("DELETE", false) when !kind.IsReadOnly => Delete(request, kind),
            _ => throw FrontEndErrors.MethodNotAllowed(request.Method, kind.Type),
        };
    }

    private ArmAnswer List(ArmRequest request, ChildKind kind)
    {
        AccessGate.Require(request, kind.Type + "/read", request.Path.Id);
        JsonObject[] sorted = [.. kind.ListOf(Required(request, kind)).OfType<JsonObject>().OrderBy(Name, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, Name, _ => true, StoredWriter.Plain);
    }

    private ArmAnswer Get(ArmRequest request, ChildKind kind)
    {
        AccessGate.Require(request, kind.Type + "/read", request.Path.Id);
        StoredResource parent = Required(request, kind);
        JsonObject child = kind.Find(parent, request.Path.Names[1]) ?? throw NetworkErrors.NotFound($"{parent.Id}/{kind.Member}/{request.Path.Names[1]}");
        return new ArmAnswer(200, StoredWriter.Plain(child)).With("ETag", parent.Etag);
    }

    private ArmAnswer Put(ArmRequest request, ChildKind kind)
    {
        string name = request.Path.Names[1];
        AccessGate.Require(request, kind.Type + "/write", request.Path.Id);
        _gate.RefuseLocked(request.Path.Id, delete: false);
        AccessGate.RefuseDeleting(_gate.Group(request));
        StoredResource parent = Parent(request) ?? throw FrontEndErrors.ParentNotFound(kind.Type, $"{kind.Parent}/{request.Path.Names[0]}");
        ResourceNames.Check(name);
        using JsonDocument document = GenericBody.Parse(request.Body);
        JsonObject? existing = kind.Find(parent, name);
        Preconditions.Check(request, request.Path.Id, existing is null ? null : parent);
        JsonObject child = kind.Completed(JsonObject.Create(document.RootElement.Clone())!, parent, existing.Text("name") ?? name);
        JsonArray children = kind.ListOf(parent);
        if (existing is null)
        {
            children.Add((JsonNode)child);
        }
        else
        {
            children[children.IndexOf(existing)] = child;
        }

        parent.Touch(_engine.Estate.Ids);
        return new ArmAnswer(existing is null ? 201 : 200, StoredWriter.Plain(child));
    }

    private ArmAnswer Delete(ArmRequest request, ChildKind kind)
    {
        AccessGate.Require(request, kind.Type + "/delete", request.Path.Id);
        _gate.RefuseLockedBelow(request.Path.Id);
        AccessGate.RefuseDeleting(_gate.Group(request));
        StoredResource parent = Required(request, kind);
        if (kind.Find(parent, request.Path.Names[1]) is not JsonObject child)
        {
            return new ArmAnswer(204);
        }

        Preconditions.Check(request, request.Path.Id, parent);
        _ = kind.ListOf(parent).Remove(child);
        parent.Touch(_engine.Estate.Ids);
        return new ArmAnswer(200);
    }

    private StoredResource? Parent(ArmRequest request)
    {
        string id = request.Path.Id;
        int below = request.Path.IsCollection ? 0 : request.Path.Types[1].Length + request.Path.Names[1].Length + 2;
        return _gate.Group(request).Others.TryGetValue(id.Substring(0, id.Length - below), out StoredResource? parent) ? parent : null;
    }

    private StoredResource Required(ArmRequest request, ChildKind kind) =>
        Parent(request) ?? throw FrontEndErrors.ResourceNotFound($"{kind.Parent}/{request.Path.Names[0]}", request.Path.Group!);

    private static string Name(JsonObject child) => child.Text("name") ?? "";
}
