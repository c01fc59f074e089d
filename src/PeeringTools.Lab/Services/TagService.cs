using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>The tags API: the tag set of a subscription, a group or a resource as a resource of its own.</summary>
internal sealed class TagService
{
    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public TagService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    public ArmAnswer Serve(ArmRequest request)
    {
        if (request.Path.IsCollection || !string.Equals(request.Path.Names[0], "default", StringComparison.OrdinalIgnoreCase))
        {
            throw FrontEndErrors.InvalidType("Microsoft.Resources", "tags", request.ApiVersion.Text);
        }

        string scope = request.Path.Scope!.Id;
        string action = "Microsoft.Resources/tags/" + request.Method switch { "GET" => "read", "DELETE" => "delete", _ => "write" };
        AccessGate.Require(request, action, scope);
        if (request.Method != "GET")
        {
            _gate.RefuseLocked(scope, delete: false);
        }

        (Func<Dictionary<string, string>?> get, Action<Dictionary<string, string>> set) = Holder(request, request.Path.Scope);
        switch (request.Method)
        {
            case "GET":
                break;
            case "PUT":
                set(TagRules.Read(Tags(request, out _)));
                break;
            case "PATCH":
                set(Merged(get() ?? [], request));
                break;
            case "DELETE":
                set([]);
                return new ArmAnswer(200);
            default:
                throw FrontEndErrors.MethodNotAllowed(request.Method, "Microsoft.Resources/tags");
        }

        return ArmAnswer.Json(200, w =>
        {
            w.WriteStartObject();
            w.WriteString("id", scope + "/providers/Microsoft.Resources/tags/default");
            w.WriteString("name", "default");
            w.WriteString("type", "Microsoft.Resources/tags");
            w.WriteStartObject("properties");
            w.WriteTags(get() ?? []);
            w.WriteEndObject();
            w.WriteEndObject();
        });
    }

    private static JsonElement Tags(ArmRequest request, out string operation)
    {
        using JsonDocument body = GenericBody.Parse(request.Body);
        operation = body.RootElement.Member("operation").Text() ?? "";
        return body.RootElement.Member("properties")?.Member("tags")?.Clone() ?? throw FrontEndErrors.InvalidRequestContent("properties.tags is missing");
    }

    private static Dictionary<string, string> Merged(Dictionary<string, string> current, ArmRequest request)
    {
        JsonElement element = Tags(request, out string operation);
        if (operation.ToUpperInvariant() is not ("MERGE" or "REPLACE" or "DELETE"))
        {
            throw FrontEndErrors.InvalidRequestContent($"operation '{operation}' is none of Merge, Replace, Delete");
        }

        Dictionary<string, string> given = TagRules.Read(element);
        Dictionary<string, string> result = new(current, StringComparer.OrdinalIgnoreCase);
        switch (operation.ToUpperInvariant())
        {
            case "REPLACE":
                return given;
            case "MERGE":
                foreach (KeyValuePair<string, string> tag in given)
                {
                    result[tag.Key] = tag.Value;
                }

                break;
            default:
                // A tag is deleted only when the value given is the one it has, or none is given.
                foreach (KeyValuePair<string, string> tag in given.Where(t => result.TryGetValue(t.Key, out string? v) && (t.Value.Length == 0 || v == t.Value)))
                {
                    result.Remove(tag.Key);
                }

                break;
        }

        TagRules.Check(result);
        return result;
    }

    private (Func<Dictionary<string, string>?> Get, Action<Dictionary<string, string>> Set) Holder(ArmRequest request, ArmPath scope)
    {
        if (scope.Namespace is null)
        {
            Subscription subscription = _gate.Subscription(request);
            if (scope.Group is null)
            {
                return (() => subscription.Tags, t => subscription.Tags = t);
            }

            ResourceGroup group = _gate.Group(request);
            return (() => group.Tags, t => group.Tags = t);
        }

        ResourceGroup parent = _gate.Group(request);
        if (scope.IsType("Microsoft.Network", "virtualNetworks") && parent.Networks.TryGetValue(scope.Names[0], out VirtualNetwork? network))
        {
            void Set(Dictionary<string, string> tags)
            {
                network.Tags = tags;
                network.Touch(_engine.Estate.Ids);
            }

            return (() => network.Tags, Set);
        }

        if (scope.IsType("Microsoft.Network", "virtualNetworks", "virtualNetworkPeerings") || scope.IsType("Microsoft.Network", "virtualNetworks", "subnets"))
        {
            throw ArmError.FrontEnd(400, "TagsNotSupportedForType", $"The resource type '{scope.Type}' does not support tags.").Thrown();
        }

        return parent.Others.TryGetValue(scope.Id, out StoredResource? stored)
            ? (() => TagRules.Of(stored.Body), t => stored.SetTags(t, _engine.Estate.Ids))
            : throw FrontEndErrors.ResourceNotFound($"{scope.Type}/{scope.Names.LastOrDefault()}", scope.Group!);
    }
}
