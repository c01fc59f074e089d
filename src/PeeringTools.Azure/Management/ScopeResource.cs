using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.ResourceManager;
using PeeringTools.Azure.Failures;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Management;

/// <summary>What Resource Manager itself knows of any scope: subscriptions, tags, permissions, locks.</summary>
internal sealed class ScopeResource : ArmResource
{
    private readonly ArmChannel _channel;
    private readonly ResourceId? _scope;

    /// <param name="session">The call's client.</param>
    /// <param name="scope">The scope; null for everything the identity sees.</param>
    public ScopeResource(ArmSession session, ResourceId? scope)
        : base(session, scope is null ? ResourceIdentifier.Root : new ResourceIdentifier(scope.Text)) =>
        (_channel, _scope) = (new ArmChannel(Pipeline, session), scope);

    public IAsyncEnumerable<IReadOnlyList<AzureSubscription>> ListSubscriptionsAsync(CancellationToken cancellationToken) =>
        _channel.ReadPagesAsync(_channel.Address("/subscriptions", ApiVersions.Subscriptions), new ArmSubject(), SubscriptionReader.ReadAsync, cancellationToken);

    /// <summary>The Date of the cheapest answer there is; its body is not read.</summary>
    public async Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken)
    {
        ArmSubject subject = new();
        using HttpMessage message = _channel.CreateMessage(RequestMethod.Get, _channel.Address("/subscriptions", ApiVersions.Subscriptions));
        Response answer = await _channel.SendAsync(message, subject, cancellationToken).ConfigureAwait(false);
        return answer.Headers.Date ?? throw ArmErrors.Unexpected(answer, _channel.Endpoint, subject, Messages.AnswerWithoutDate);
    }

    public Task<AzureSubscription> GetSubscriptionAsync(CancellationToken cancellationToken) =>
        _channel.ReadAsync(this.Address("", ApiVersions.Subscriptions), ArmSubject.Of(_scope), SubscriptionReader.ReadAsync, cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<PermissionEntry>> ListPermissionsAsync(CancellationToken cancellationToken) =>
        _channel.ReadPagesAsync(
            this.Address("/providers/Microsoft.Authorization/permissions", ApiVersions.Permissions), ArmSubject.Of(_scope), PermissionReader.ReadAsync, cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<PermissionEntry>> ListManagementGroupPermissionsAsync(string managementGroupId, CancellationToken cancellationToken)
    {
        string scope = "/providers/Microsoft.Management/managementGroups/" + managementGroupId;
        return _channel.ReadPagesAsync(
            _channel.Address(scope + "/providers/Microsoft.Authorization/permissions", ApiVersions.Permissions),
            new ArmSubject { Label = scope }, PermissionReader.ReadAsync, cancellationToken);
    }

    public IAsyncEnumerable<IReadOnlyList<ManagementLock>> ListLocksAsync(CancellationToken cancellationToken) =>
        _channel.ReadPagesAsync(
            this.Address("/providers/Microsoft.Authorization/locks", ApiVersions.Locks), ArmSubject.Of(_scope), LockReader.ReadAsync, cancellationToken);

    /// <summary>Merges or deletes single tags through Microsoft.Resources/tags, which leaves all others and the resource itself alone.</summary>
    public async Task PatchTagsAsync(string operation, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        ArmSubject subject = new() { Id = _scope, Method = RequestMethod.Patch };
        using HttpMessage message = _channel.CreateMessage(
            RequestMethod.Patch, this.Address("/providers/Microsoft.Resources/tags/default", ApiVersions.Tags), TagsBody(operation, tags));
        await _channel.SendAsync(message, subject, cancellationToken).ConfigureAwait(false);
    }

    private Uri Address(string tail, string apiVersion) => _channel.Address(_scope!.Text + tail, apiVersion);

    private static byte[] TagsBody(string operation, IReadOnlyDictionary<string, string> tags)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body))
        {
            writer.WriteStartObject();
            writer.WriteString("operation", operation);
            writer.WriteStartObject("properties");
            writer.WriteStartObject("tags");
            foreach (KeyValuePair<string, string> tag in tags) writer.WriteString(tag.Key, tag.Value);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return body.ToArray();
    }
}
