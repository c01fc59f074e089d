using System.Text.Json.Nodes;
using PeeringTools.Lab.Traffic;

namespace PeeringTools.Lab.State;

/// <summary>Resources that lie in their parent's properties and can be addressed below it as well: what is written at one place shows at the other.</summary>
internal sealed class ChildKind
{
    private static readonly ChildKind[] All =
    [
        new("Microsoft.Network/networkSecurityGroups", "securityRules", isReadOnly: false),
        new("Microsoft.Network/networkSecurityGroups", "defaultSecurityRules", isReadOnly: true),
        new("Microsoft.Network/routeTables", "routes", isReadOnly: false),
    ];

    private ChildKind(string parent, string member, bool isReadOnly)
    {
        Parent = parent;
        Member = member;
        IsReadOnly = isReadOnly;
    }

    /// <summary>The parent's type.</summary>
    public string Parent { get; }

    /// <summary>The last segment of the type, and the member of the parent's properties.</summary>
    public string Member { get; }

    public bool IsReadOnly { get; }

    public string Type => $"{Parent}/{Member}";

    public static ChildKind? Of(string type) => Array.Find(All, kind => kind.Type.Same(type));

    /// <summary>Gives the children of a new body their ids, and lists even where there is nothing in them.</summary>
    public static void Complete(StoredResource parent)
    {
        foreach (ChildKind kind in In(parent))
        {
            JsonArray children = kind.ListOf(parent);
            for (int i = 0; i < children.Count; i++)
            {
                if (children[i] is JsonObject child && child.Text("name") is string name)
                {
                    children[i] = null;
                    children[i] = kind.Completed(child, parent, name);
                }
            }
        }
    }

    /// <summary>The etag of what lies in a resource is the resource's.</summary>
    public static void Stamp(StoredResource parent, string etag)
    {
        foreach (JsonObject child in In(parent).SelectMany(kind => kind.ListOf(parent)).OfType<JsonObject>())
        {
            child["etag"] = etag;
        }
    }

    public JsonObject? Find(StoredResource parent, string name) => ListOf(parent).OfType<JsonObject>().FirstOrDefault(child => child.Text("name").Same(name));

    public JsonObject Completed(JsonObject child, StoredResource parent, string name) => StoredBody.Complete(child, $"{parent.Id}/{Member}/{name}", Type, name);

    public JsonArray ListOf(StoredResource parent)
    {
        JsonObject properties = (JsonObject)parent.Properties()!;
        if (properties[Member] is not JsonArray children)
        {
            properties[Member] = children = [];
        }

        return children;
    }

    private static IEnumerable<ChildKind> In(StoredResource parent) => All.Where(kind => kind.Parent.Same(parent.Type));
}
