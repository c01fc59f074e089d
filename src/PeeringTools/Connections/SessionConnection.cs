using System.Globalization;
using System.Management.Automation;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Connections;

/// <summary>Finds the connection of a command that was given none.</summary>
internal static class SessionConnection
{
    private static readonly string[] HostTag = ["PSHOST"];

    /// <summary>This session's connection; where nothing was ever decided, the identity the session already has.</summary>
    /// <exception cref="PeeringException">NotConnected, or AzContextChanged.</exception>
    public static PeeringConnection Resolve(PeeringCommand cmdlet)
    {
        ConnectionSlot slot = ConnectionStore.Current;
        if (slot.Connection is { } connection)
        {
            RefuseChangedContext(cmdlet, slot.AzIdentity);
            return connection;
        }

        if (slot.Decided) throw PeeringException.Of(nameof(Errors.NotConnected), null);
        object? context = AzContext.OfSession(cmdlet);
        connection = SignIn(cmdlet, context);
        ConnectionStore.Use(connection, azIdentity: context is null ? null : AzContext.IdentityOf(context));
        Announce(cmdlet, connection);
        return connection;
    }

    /// <summary>Beside the pipeline thread, so that Ctrl+C ends it and -Verbose says what it waits for.</summary>
    private static PeeringConnection SignIn(PeeringCommand cmdlet, object? context)
    {
        PeeringConnection? made = null;
        cmdlet.Run(async worker => made = await (context is null
            ? SignInByDefaultAsync(worker)
            : AzContext.ConnectAsync(context, worker, worker.Stopping)).ConfigureAwait(false));
        return made ?? throw new PipelineStoppedException();
    }

    private static async Task<PeeringConnection> SignInByDefaultAsync(PipelineWorker worker)
    {
        try
        {
            ConnectionRequest request = new() { Kind = CredentialKind.Default };
            return await Gateway.Arm.ConnectAsync(request, worker, worker.Stopping).ConfigureAwait(false);
        }
        catch (PeeringException nobody) when (nobody.Error.Id == nameof(Errors.AuthenticationFailed))
        {
            throw new PeeringException(PeeringError.Of(nameof(Errors.NotConnected), null), nobody);
        }
    }

    /// <summary>An Az context that was switched meanwhile would silently act as somebody else.</summary>
    private static void RefuseChangedContext(PSCmdlet cmdlet, string? before)
    {
        if (before is null || AzContext.OfSession(cmdlet) is not { } context) return;
        string now = AzContext.IdentityOf(context);
        if (!string.Equals(now, before, StringComparison.OrdinalIgnoreCase))
            throw PeeringException.Of(nameof(Errors.AzContextChanged), null, before, now);
    }

    private static void Announce(PSCmdlet cmdlet, PeeringConnection connection)
    {
        string text = string.Format(
            CultureInfo.InvariantCulture, Messages.ImplicitConnection, connection.Account, connection.TenantId, connection.Source);
        cmdlet.WriteInformation(new HostInformationMessage { Message = text }, HostTag);
    }
}
