using System.Globalization;
using System.Runtime.CompilerServices;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.Management;
using PeeringTools.Azure.Network;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure;

/// <summary>The port's real side: ARM, through one identity and for one call of a cmdlet.</summary>
internal sealed class ArmNetwork(ArmSession session, AuxiliaryTokens ownTokens) : IArmNetwork
{
    public async IAsyncEnumerable<AzureSubscription> ListSubscriptionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<AzureSubscription> page in new ScopeResource(session, null).ListSubscriptionsAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (AzureSubscription subscription in page) yield return subscription;
        }
    }

    public Task<AzureSubscription> GetSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken) =>
        new ScopeResource(session, ResourceId.ForSubscription(subscriptionId)).GetSubscriptionAsync(cancellationToken);

    public async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ListVirtualNetworksAsync(
        string subscriptionId, string? resourceGroupName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ResourceId scope = resourceGroupName is null
            ? ResourceId.ForSubscription(subscriptionId)
            : ResourceId.ForResourceGroup(subscriptionId, resourceGroupName);
        VirtualNetworkCollection networks = new(session, scope);
        await foreach (IReadOnlyList<VirtualNetworkData> page in networks.GetAllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return [.. page.Select(data => this.Understood(data, scope))];
        }
    }

    public async Task<VirtualNetwork> GetVirtualNetworkAsync(ResourceId virtualNetworkId, CancellationToken cancellationToken)
    {
        VirtualNetworkData data = await new VirtualNetworkResource(session, virtualNetworkId).GetAsync(cancellationToken).ConfigureAwait(false);
        return this.Understood(data, virtualNetworkId);
    }

    public async Task<PeeringSnapshot> GetPeeringAsync(ResourceId peeringId, CancellationToken cancellationToken)
    {
        (VirtualNetworkPeeringData data, byte[] properties) =
            await new VirtualNetworkPeeringResource(session, peeringId).GetAsync(cancellationToken).ConfigureAwait(false);
        return new ArmPeeringSnapshot(Sides.SideOf(data, peeringId.VirtualNetwork), properties);
    }

    public async Task<PeeringSnapshot> PutPeeringAsync(PeeringWrite write, CancellationToken cancellationToken)
    {
        byte[] body = VirtualNetworkPeeringBody.Write(
            (write.Basis as ArmPeeringSnapshot)?.Properties, write.RemoteVirtualNetworkId, write.Settings);
        string? token = await this.BorrowTokenAsync(write, cancellationToken).ConfigureAwait(false);
        VirtualNetworkPeeringResource peering = new(session, write.PeeringId);
        (VirtualNetworkPeeringData data, byte[] properties) = await peering.CreateOrUpdateAsync(
            body, write.RemoteVirtualNetworkId, write.SyncRemoteAddressSpace, token,
            write.RemoteTenantId is not null && token is null, cancellationToken).ConfigureAwait(false);
        return new ArmPeeringSnapshot(Sides.SideOf(data, write.PeeringId.VirtualNetwork), properties);
    }

    public Task<bool> DeletePeeringAsync(ResourceId peeringId, CancellationToken cancellationToken) =>
        new VirtualNetworkPeeringResource(session, peeringId).DeleteAsync(cancellationToken);

    public Task MergeTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        new ScopeResource(session, scope).PatchTagsAsync("Merge", tags, cancellationToken);

    public Task DeleteTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        new ScopeResource(session, scope).PatchTagsAsync("Delete", tags, cancellationToken);

    public async Task<IReadOnlyList<PermissionEntry>> ListPermissionsAsync(ResourceId scope, CancellationToken cancellationToken)
    {
        List<PermissionEntry> entries = [];
        await foreach (IReadOnlyList<PermissionEntry> page in new ScopeResource(session, scope).ListPermissionsAsync(cancellationToken).ConfigureAwait(false))
        {
            entries.AddRange(page);
        }

        return entries;
    }

    public async Task<IReadOnlyList<ManagementLock>> ListLocksAsync(ResourceId scope, CancellationToken cancellationToken)
    {
        List<ManagementLock> locks = [];
        await foreach (IReadOnlyList<ManagementLock> page in new ScopeResource(session, scope).ListLocksAsync(cancellationToken).ConfigureAwait(false))
        {
            locks.AddRange(page.Where(found => found.CountsAt(scope)));
        }

        return locks;
    }

    private VirtualNetwork Understood(VirtualNetworkData data, ResourceId asked)
    {
        try
        {
            return Sides.NetworkOf(data);
        }
        catch (FormatException e)
        {
            string problem = string.Format(CultureInfo.InvariantCulture, Messages.AnswerNotReadable, SafeText.ForMessage(e.Message, 300));
            throw new PeeringException(
                PeeringError.Of(nameof(Errors.UnexpectedAnswer), asked.Text, session.Access.Endpoint.Host, problem), e);
        }
    }

    /// <summary>A token of the other network's tenant: this connection's own where it has one, else the first that another lends.</summary>
    private async Task<string?> BorrowTokenAsync(PeeringWrite write, CancellationToken cancellationToken)
    {
        if (write.RemoteTenantId is not string tenant) return null;
        AuxiliaryTokens? lender = write.AuxiliaryTokens.OfType<AuxiliaryTokens>().Prepend(ownTokens).FirstOrDefault(tokens => tokens.Covers(tenant));
        return lender is null ? null : await lender.GetTokenAsync(tenant, cancellationToken).ConfigureAwait(false);
    }
}
