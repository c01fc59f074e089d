using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.ResourceManager;
using PeeringTools.Azure.Failures;
using PeeringTools.Azure.Wire;

namespace PeeringTools.Azure.Network;

/// <summary>A peering in ARM. Source: VirtualNetworkPeerings_Get, _CreateOrUpdate, _Delete.</summary>
internal sealed class VirtualNetworkPeeringResource : ArmResource
{
    private const int LongestBody = 1024 * 1024;
    private const string AuxiliaryHeader = "x-ms-authorization-auxiliary";

    private readonly ArmChannel _channel;
    private readonly ResourceId _id;

    public VirtualNetworkPeeringResource(ArmSession session, ResourceId id)
        : base(session, new ResourceIdentifier(id.Text)) =>
        (_channel, _id) = (new ArmChannel(Pipeline, session), id);

    /// <summary>The side, and its <c>properties</c> as the bytes that came: a later PUT sends them back.</summary>
    public Task<(VirtualNetworkPeeringData Data, byte[] Properties)> GetAsync(CancellationToken cancellationToken)
    {
        ArmSubject subject = ArmSubject.Of(_id);
        return _channel.TakeAsync(
            () => _channel.CreateMessage(RequestMethod.Get, this.Address()), subject,
            answer => this.TakeAsync(answer, subject, cancellationToken), null, cancellationToken);
    }

    /// <summary>Sends the PUT once and waits for the end of its operation.</summary>
    /// <param name="body">From <see cref="VirtualNetworkPeeringBody"/>.</param>
    /// <param name="remote">The network it points to.</param>
    /// <param name="syncRemoteAddressSpace">Asks Azure to take over the remote network's present prefixes.</param>
    /// <param name="auxiliaryTokens">Tokens of the tenants the remote network may be in.</param>
    /// <param name="lacksAuxiliaryToken">True where that token was needed and nobody had it.</param>
    /// <param name="cancellationToken">Ends the waiting; what Azure has accepted goes on.</param>
    /// <returns>The side as it reads after the operation.</returns>
    public async Task<(VirtualNetworkPeeringData Data, byte[] Properties)> CreateOrUpdateAsync(
        byte[] body, ResourceId remote, bool syncRemoteAddressSpace, string[] auxiliaryTokens, bool lacksAuxiliaryToken, CancellationToken cancellationToken)
    {
        ArmSubject subject = new() { Id = _id, Method = RequestMethod.Put, Remote = remote, LacksAuxiliaryToken = lacksAuxiliaryToken };
        using HttpMessage message = _channel.CreateMessage(
            RequestMethod.Put, this.Address(syncRemoteAddressSpace ? "syncRemoteAddressSpace=true" : null), body);
        if (auxiliaryTokens.Length > 0) message.Request.Headers.Add(AuxiliaryHeader, string.Join(", ", auxiliaryTokens.Select(token => "Bearer " + token)));
        Response answer = await _channel.SendAsync(message, subject, cancellationToken).ConfigureAwait(false);
        LongRunningOperation? operation = LongRunningOperation.StartedBy(answer, _channel, subject);
        if (operation is not null) await operation.WaitAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            (VirtualNetworkPeeringData Data, byte[] Properties) read = await this.GetAsync(cancellationToken).ConfigureAwait(false);
            // An answer without an operation to watch leaves only the side itself to be watched.
            if (operation is not null || read.Data.ProvisioningState is not ("Updating" or "Creating")) return read;
            await _channel.Session.Access.Clock.WaitAsync(LongRunningOperation.UsualInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the DELETE once and waits for the end of its operation.</summary>
    /// <returns>False where there was nothing to delete.</returns>
    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        ArmSubject subject = new() { Id = _id, Method = RequestMethod.Delete };
        using HttpMessage message = _channel.CreateMessage(RequestMethod.Delete, this.Address());
        try
        {
            Response answer = await _channel.SendAsync(message, subject, cancellationToken).ConfigureAwait(false);
            if (answer.Status == 204) return false;
            LongRunningOperation? operation = LongRunningOperation.StartedBy(answer, _channel, subject);
            if (operation is not null) await operation.WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PeeringException e) when (IsGone(e.Error))
        {
            return false;
        }
    }

    /// <summary>Gone with its network or group counts as gone; a subscription that is not seen proves nothing.</summary>
    private static bool IsGone(PeeringError error) => error.HttpStatus == 404
        && error.Id is nameof(Errors.PeeringNotFound) or nameof(Errors.VirtualNetworkNotFound) or nameof(Errors.ResourceGroupNotFound);

    private Uri Address(string? query = null) => _channel.Address(_id.Text, _channel.Session.Access.NetworkApiVersion, query);

    private async Task<(VirtualNetworkPeeringData Data, byte[] Properties)> TakeAsync(
        Response answer, ArmSubject subject, CancellationToken cancellationToken)
    {
        byte[] body = await this.ReadAllAsync(answer, subject, cancellationToken).ConfigureAwait(false);
        answer.ContentStream = new MemoryStream(body, writable: false);
        VirtualNetworkPeeringData data = await _channel
            .ReadBodyAsync(answer, subject, json => json.ReadWholeAsync(VirtualNetworkPeeringReader.Read), cancellationToken).ConfigureAwait(false);
        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement properties = document.RootElement.TryGetProperty("properties", out JsonElement found) ? found : default;
        return properties.ValueKind == JsonValueKind.Object
            ? (data, System.Text.Encoding.UTF8.GetBytes(properties.GetRawText()))
            : throw ArmErrors.Unexpected(answer, _channel.Endpoint, subject, Format(Messages.AnswerNotReadable, "properties"));
    }

    private async Task<byte[]> ReadAllAsync(Response answer, ArmSubject subject, CancellationToken cancellationToken)
    {
        byte[] body = await ArmChannel.ReadAtMostAsync(answer, LongestBody + 1, cancellationToken).ConfigureAwait(false);
        return body.Length <= LongestBody
            ? body
            : throw ArmErrors.Unexpected(answer, _channel.Endpoint, subject, Format(Messages.AnswerTooLong, LongestBody));
    }

    private static string Format(string text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
