using System.Globalization;
using System.Runtime.CompilerServices;
using PeeringTools.Azure.Graph;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.Management;
using PeeringTools.Azure.Network;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure;

/// <summary>The port's real side: ARM, through one identity and for one call of a cmdlet.</summary>
internal sealed class ArmNetwork(ArmSession session, AuxiliaryTokens ownTokens) : IArmNetwork
{
    public IArmNetwork SendingOnce =>
        new ArmNetwork(new ArmSession(session.Access with { ReadPatience = ArmAccess.NoPatience }, session.Reporter), ownTokens);

    public IArmSurroundings Surroundings { get; } = new ArmSurroundings(session);

    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => new ScopeResource(session, null).GetTimeAsync(cancellationToken);

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
        string subscriptionId, string? resourceGroupName, bool withSubnets, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ResourceId scope = resourceGroupName is null
            ? ResourceId.ForSubscription(subscriptionId)
            : ResourceId.ForResourceGroup(subscriptionId, resourceGroupName);
        VirtualNetworkCollection networks = new(session, scope);
        await foreach (IReadOnlyList<VirtualNetworkData> page in networks.GetAllAsync(withSubnets, cancellationToken).ConfigureAwait(false))
        {
            yield return [.. page.Select(data => this.Understood(data, scope))];
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> QueryVirtualNetworksAsync(
        GraphScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<VirtualNetworkData> page in new GraphResource(session, scope).GetNetworksAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return [.. page.Select(data => this.Understood(data, null))];
        }
    }

    public Task<IReadOnlyList<string>> QuerySubscriptionsAsync(GraphScope scope, CancellationToken cancellationToken) =>
        new GraphResource(session, scope).GetSubscriptionIdsAsync(cancellationToken);

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
        string[] tokens = await this.BorrowTokensAsync(write, cancellationToken).ConfigureAwait(false);
        bool lacksToken = tokens.Length == 0 && (write.RemoteTenantId is not null || write.IsRemoteTenantUnknown);
        VirtualNetworkPeeringResource peering = new(session, write.PeeringId);
        (VirtualNetworkPeeringData data, byte[] properties) = await peering.CreateOrUpdateAsync(
            body, write.RemoteVirtualNetworkId, write.SyncRemoteAddressSpace, tokens, lacksToken, cancellationToken).ConfigureAwait(false);
        return new ArmPeeringSnapshot(Sides.SideOf(data, write.PeeringId.VirtualNetwork), properties);
    }

    public Task<bool> DeletePeeringAsync(ResourceId peeringId, CancellationToken cancellationToken) =>
        new VirtualNetworkPeeringResource(session, peeringId).DeleteAsync(cancellationToken);

    public Task MergeTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        new ScopeResource(session, scope).PatchTagsAsync("Merge", tags, cancellationToken);

    public Task DeleteTagsAsync(ResourceId scope, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        new ScopeResource(session, scope).PatchTagsAsync("Delete", tags, cancellationToken);

    public Task<IReadOnlyList<PermissionEntry>> ListPermissionsAsync(ResourceId scope, CancellationToken cancellationToken) =>
        AllOfAsync(new ScopeResource(session, scope).ListPermissionsAsync(cancellationToken));

    public Task<IReadOnlyList<PermissionEntry>> ListManagementGroupPermissionsAsync(string managementGroupId, CancellationToken cancellationToken) =>
        AllOfAsync(new ScopeResource(session, null).ListManagementGroupPermissionsAsync(managementGroupId, cancellationToken));

    public async Task<IReadOnlyList<ManagementLock>> ListLocksAsync(ResourceId scope, CancellationToken cancellationToken)
    {
        List<ManagementLock> locks = [];
        await foreach (IReadOnlyList<ManagementLock> page in new ScopeResource(session, scope).ListLocksAsync(cancellationToken).ConfigureAwait(false))
        {
            locks.AddRange(page.Where(found => found.CountsAt(scope)));
        }

        return locks;
    }

    private static async Task<IReadOnlyList<T>> AllOfAsync<T>(IAsyncEnumerable<IReadOnlyList<T>> pages)
    {
        List<T> all = [];
        await foreach (IReadOnlyList<T> page in pages.ConfigureAwait(false)) all.AddRange(page);
        return all;
    }

    private VirtualNetwork Understood(VirtualNetworkData data, ResourceId? asked)
    {
        try
        {
            return Sides.NetworkOf(data);
        }
        catch (FormatException e)
        {
            string problem = string.Format(CultureInfo.InvariantCulture, Messages.AnswerNotReadable, SafeText.ForMessage(e.Message, 300));
            throw new PeeringException(
                PeeringError.Of(nameof(Errors.UnexpectedAnswer), asked?.Text, session.Access.Endpoint.Host, problem), e);
        }
    }

    /// <summary>
    /// A token of the other network's tenant: this connection's own where it has one, else the first that another lends.
    /// Where that tenant is not known, one of each tenant there is a token for, as many as Azure takes.
    /// </summary>
    private async Task<string[]> BorrowTokensAsync(PeeringWrite write, CancellationToken cancellationToken)
    {
        AuxiliaryTokens[] lenders = [.. write.AuxiliaryTokens.OfType<AuxiliaryTokens>().Prepend(ownTokens).Distinct()];
        IEnumerable<string> tenants = write.RemoteTenantId is string known ? [known]
            : write.IsRemoteTenantUnknown ? lenders.SelectMany(lender => lender.TenantIds).Where(tenant => !ownTokens.IsHome(tenant)) : [];
        List<string> tokens = [];
        foreach (string tenant in tenants.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            AuxiliaryTokens? lender = lenders.FirstOrDefault(tokens => tokens.Covers(tenant));
            if (lender is not null && tokens.Count < AuxiliaryTokens.Maximum) tokens.Add(await lender.GetTokenAsync(tenant, cancellationToken).ConfigureAwait(false));
        }

        return [.. tokens];
    }
}
