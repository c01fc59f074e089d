using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Estates;

/// <summary>One item of an estate file, its id taken apart.</summary>
internal sealed class LoadedResource
{
    private readonly JsonElement _item;
    private readonly int _index;
    private readonly ArmPath _path;

    private LoadedResource(JsonElement item, int index, ArmPath path)
    {
        _item = item;
        _index = index;
        _path = path;
    }

    public static LoadedResource Read(JsonElement item, int index)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new LabEstateException(index, $"an object is expected, not {item.ValueKind}.");
        }

        string id = item.Member("id").Text() is { Length: > 0 } text ? text : throw new LabEstateException(index, "it has no 'id'.");
        ArmPath path = ArmPath.Parse(id);
        bool container = path.Namespace is null && path.Tail.Count == 0;
        if (id[0] != '/' || !Guid.TryParse(path.Subscription, out _) || path.Tail.Count > 0 || (!container && (path.IsCollection || path.Group is null || path.Names.Count == 0)))
        {
            throw new LabEstateException(index, $"'{id}' is not the id of a resource, /subscriptions/<guid>/resourceGroups/<name>/providers/<namespace>/<type>/<name>.");
        }

        return new LoadedResource(item, index, path);
    }

    public void AddTo(Estate estate)
    {
        string tenant = _item.Member("tenantId").Text() ?? estate.Tenants.Keys.FirstOrDefault() ?? Estate.DefaultTenantId;
        Subscription subscription = estate.Subscription(_path.Subscription!.ToLowerInvariant(), _item.Member("subscriptionName").Text() ?? $"Subscription {_path.Subscription.Substring(0, 8)}", tenant);
        string location = _item.Member("location").Text()?.Replace(" ", "").ToLowerInvariant() ?? "westeurope";
        Dictionary<string, string>? tags = Tags();
        if (_path.Namespace is null && _path.Group is null)
        {
            subscription.Name = _item.Member("displayName").Text() ?? subscription.Name;
            subscription.Tags = tags ?? subscription.Tags;
            return;
        }

        ResourceGroup group = Estate.Group(subscription, _path.Group!, location);
        if (_path.Namespace is null)
        {
            group.Tags = tags ?? group.Tags;
        }
        else if (_path.IsType("Microsoft.Network", "virtualNetworks"))
        {
            AddNetwork(estate, group, location, tags);
        }
        else if (_path.Types.Count > 1 && string.Equals(_path.Types[0], "virtualNetworks", StringComparison.OrdinalIgnoreCase))
        {
            throw new LabEstateException(_index, $"'{_path.Id}' is part of a virtual network; load the network with it inside.");
        }
        else if (ChildKind.Of(_path.Type) is ChildKind kind)
        {
            throw new LabEstateException(_index, $"'{_path.Id}' is part of a resource of type {kind.Parent}; load that with it inside.");
        }
        else
        {
            JsonObject body = JsonObject.Create(_item)!;
            estate.Store(group, new StoredResource(_path.Id, _path.Type, StoredBody.Complete(Shaped(body), _path.Id, _path.Type, _path.Names[_path.Names.Count - 1])));
        }
    }

    /// <summary>Command line tools lift the members of properties to the top; they go back where Resource Manager has them.</summary>
    private static JsonObject Shaped(JsonObject item)
    {
        if (item["properties"] is JsonObject)
        {
            return item;
        }

        string[] top = ["id", "name", "type", "location", "tags", "etag", "kind", "sku", "zones", "identity", "plan", "managedBy", "extendedLocation"];
        JsonObject properties = [];
        foreach (KeyValuePair<string, JsonNode?> member in item.ToArray())
        {
            if (!top.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
            {
                item.Remove(member.Key);
                if (member.Key is not ("resourceGroup" or "tenantId" or "subscriptionId"))
                {
                    properties[member.Key] = member.Value;
                }
            }
        }

        item["properties"] = properties;
        return item;
    }

    private Dictionary<string, string>? Tags()
    {
        try
        {
            return _item.Member("tags") is JsonElement tags ? TagRules.Read(tags) : null;
        }
        catch (ArmException e)
        {
            throw new LabEstateException(_index, e.Error.Message);
        }
    }

    private void AddNetwork(Estate estate, ResourceGroup group, string location, Dictionary<string, string>? tags)
    {
        LoadedNetwork source = new(_item, _index);
        if (group.Networks.ContainsKey(_path.Names[0]))
        {
            throw new LabEstateException(_index, $"'{_path.Id}' is there twice.");
        }

        VirtualNetwork network = estate.Add(group, _path.Names[0], location, source.ResourceGuid ?? IdSource.Named(_path.Id.ToLowerInvariant()));
        network.Tags = tags;
        source.Fill(network);
    }
}
