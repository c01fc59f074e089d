using System.Globalization;
using Azure.Core.Pipeline;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.LabLink;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure;

/// <summary>The way to Azure and to the lab. Made by name from the module's own load context.</summary>
public sealed class ArmGateway : IArmGateway
{
    private readonly TimeProvider _clock;
    private readonly Func<byte[]?, HttpPipelineTransport> _createTransport;

    /// <summary>The gateway as the module uses it.</summary>
    public ArmGateway()
        : this(TimeProvider.System, Transport.Create)
    {
    }

    /// <summary>With a clock and a network of the caller's, for tests.</summary>
    internal ArmGateway(TimeProvider clock, Func<byte[]?, HttpPipelineTransport> createTransport) =>
        (_clock, _createTransport) = (clock, createTransport);

    /// <inheritdoc/>
    async Task<PeeringConnection> IArmGateway.ConnectAsync(ConnectionRequest request, IReporter reporter, CancellationToken cancellationToken)
    {
        string apiVersion = ApiVersions.Checked(request.ApiVersion);
        if (request.AuxiliaryTenantIds.Count > AuxiliaryTokens.Maximum)
        {
            throw PeeringException.Of(nameof(Errors.InvalidInput), null, string.Format(
                CultureInfo.InvariantCulture, Messages.TooManyAuxiliaryTenants, AuxiliaryTokens.Maximum, request.AuxiliaryTenantIds.Count));
        }

        Cloud cloud = Cloud.Of(request);
        HttpPipelineTransport transport = _createTransport(cloud.PinnedCertificate(request));
        CredentialFactory factory = new(request, cloud, transport, _clock);
        ArmAccess access = new()
        {
            Endpoint = cloud.Endpoint,
            Audience = cloud.Audience,
            Tokens = new TokenKeeper(factory.Create(), cloud.Audience + "/.default", _clock, factory.IsRenewable, factory.Remake),
            Transport = transport,
            Clock = _clock,
            NetworkApiVersion = apiVersion,
        };
        TokenClaims claims = TokenClaims.Read(await access.Tokens.GetAsync(null, null, cancellationToken).ConfigureAwait(false));
        ArmConnection connection = new(access, claims.TenantId ?? request.TenantId ?? "", request.AuxiliaryTenantIds)
        {
            Name = ArmConnection.NextName("Azure"),
            Account = claims.Account,
            Source = request.Kind.ToString(),
            Environment = cloud.Name,
            SubscriptionIds = request.SubscriptionIds,
            ConnectedOn = _clock.GetUtcNow().UtcDateTime,
        };
        await ProveAsync(connection.Open(reporter), request.SubscriptionIds, cancellationToken).ConfigureAwait(false);
        return connection;
    }

    /// <inheritdoc/>
    ILabSession IArmGateway.StartLab(LabRequest request) => LabSession.Start(request);

    /// <summary>One cheap read: the subscriptions that were named, or the beginning of the list of all.</summary>
    private static async Task ProveAsync(IArmNetwork network, IReadOnlyList<string> subscriptionIds, CancellationToken cancellationToken)
    {
        foreach (string id in subscriptionIds) await network.GetSubscriptionAsync(id, cancellationToken).ConfigureAwait(false);
        if (subscriptionIds.Count > 0) return;
        await foreach (AzureSubscription _ in network.ListSubscriptionsAsync(cancellationToken).ConfigureAwait(false)) return;
    }
}
