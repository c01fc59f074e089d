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
    public static PeeringConnection Resolve(PSCmdlet cmdlet)
    {
        ConnectionSlot slot = ConnectionStore.Current;
        if (slot.Connection is { } connection)
        {
            RefuseChangedContext(cmdlet, slot.AzIdentity);
            return connection;
        }

        if (slot.Decided) throw PeeringException.Of(nameof(Errors.NotConnected), null);
        object? context = AzContext.OfSession(cmdlet);
        connection = context is null ? SignInByDefault() : AzContext.Connect(context);
        ConnectionStore.Use(connection, azIdentity: context is null ? null : AzContext.IdentityOf(context));
        Announce(cmdlet, connection);
        return connection;
    }

    private static PeeringConnection SignInByDefault()
    {
        try
        {
            ConnectionRequest request = new() { Kind = CredentialKind.Default };
            return Gateway.Arm.ConnectAsync(request, SilentReporter.Instance, CancellationToken.None).GetAwaiter().GetResult();
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
