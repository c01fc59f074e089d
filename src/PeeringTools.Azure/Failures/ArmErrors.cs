using System.Globalization;
using Azure;
using Azure.Core;
using PeeringTools.Azure.Wire;

namespace PeeringTools.Azure.Failures;

/// <summary>
/// Turns what ARM answers into the module's own errors. Codes decide, never texts: Azure words its messages in the caller's
/// language and as it likes.
/// </summary>
internal static class ArmErrors
{
    private const string PeerAction = "Microsoft.Network/virtualNetworks/peer/action";

    public static PeeringException From(Response answer, ArmFailure failure, ArmSubject subject, TimeProvider clock)
    {
        PeeringError error = Map(answer.Status, failure, subject, RetryAfter.Of(answer.Headers, clock));
        return new PeeringException(error with
        {
            AzureCode = failure.Code.Length == 0 ? null : failure.Code,
            HttpStatus = answer.Status,
            RetryAfter = RetryAfter.Of(answer.Headers, clock),
            RequestId = RequestIdOf(answer),
        });
    }

    /// <summary>The end of an operation that Azure had accepted.</summary>
    public static PeeringException OperationEnded(Response answer, ArmFailure failure, ArmSubject subject)
    {
        PeeringError error = PeeringError.Of(nameof(Errors.OperationFailed), subject.TargetId, subject.Name, failure.Text);
        return new PeeringException(error with
        {
            AzureCode = failure.Code.Length == 0 ? null : failure.Code,
            HttpStatus = answer.Status,
            RequestId = RequestIdOf(answer),
        });
    }

    public static PeeringException Unexpected(Response answer, Uri endpoint, ArmSubject subject, string problem, Exception? cause = null)
    {
        PeeringError error = PeeringError.Of(nameof(Errors.UnexpectedAnswer), subject.TargetId, endpoint.Host, problem);
        return new PeeringException(error with { HttpStatus = answer.Status, RequestId = RequestIdOf(answer) }, cause);
    }

    public static PeeringException Unreachable(Uri endpoint, ArmSubject subject, Exception cause)
    {
        Exception root = cause.GetBaseException();
        return new PeeringException(
            PeeringError.Of(nameof(Errors.EndpointUnreachable), subject.TargetId ?? endpoint.AbsoluteUri, endpoint.Host, SafeText.ForMessage(root.Message)), cause);
    }

    private static PeeringError Map(int status, ArmFailure failure, ArmSubject subject, TimeSpan? retryAfter)
    {
        string text = failure.Text.Length > 0 ? failure.Text : "HTTP " + status.ToString(CultureInfo.InvariantCulture);
        return ByCode(failure.Code, text, subject) ?? status switch
        {
            401 => PeeringError.Of(nameof(Errors.AuthenticationFailed), subject.TargetId, text),
            403 => PeeringError.Of(nameof(Errors.AccessDenied), subject.TargetId, subject.Name, text),
            404 when !subject.IsOperation && subject.Id is not null => NotFound(subject.Id, subject.Id.PeeringName is null),
            412 => PeeringError.Of(nameof(Errors.ChangedMeanwhile), subject.TargetId, subject.Name, text),
            429 or 503 => PeeringError.Of(nameof(Errors.Throttled), subject.TargetId, Throttling(text, retryAfter)),
            _ => Refused(subject, text),
        };
    }

    private static PeeringError? ByCode(string code, string text, ArmSubject subject) => code switch
    {
        "ExpiredAuthenticationToken" => PeeringError.Of(nameof(Errors.TokenExpired), subject.TargetId, text),
        // The sign-in is good, only not for the tenant of this subscription.
        "InvalidAuthenticationTokenTenant" or "AuthorizationFailed" =>
            PeeringError.Of(nameof(Errors.AccessDenied), subject.TargetId, subject.Name, text),
        "LinkedAuthorizationFailed" when subject is { Remote: not null, LacksAuxiliaryToken: true } =>
            PeeringError.Of(nameof(Errors.AccessDenied), subject.Remote.Text, subject.Remote.Text, text) with { Action = Messages.LendToken },
        "LinkedAuthorizationFailed" when subject is { Remote: not null } =>
            PeeringError.Of(nameof(Errors.MissingPermission), subject.Remote.Text, PeerAction, subject.Remote.Text),
        "SubscriptionNotFound" or "InvalidSubscriptionId" when subject.Id is not null =>
            PeeringError.Of(nameof(Errors.SubscriptionNotFound), subject.Id.Subscription.Text, subject.Id.SubscriptionId),
        "ResourceGroupNotFound" when subject.Id is { ResourceGroupName: not null } => PeeringError.Of(
            nameof(Errors.ResourceGroupNotFound), subject.Id.Text, subject.Id.ResourceGroupName, subject.Id.SubscriptionId),
        // Two kinds of 404: the front end names the missing network, the network provider the missing peering.
        "ResourceNotFound" or "ParentResourceNotFound" when subject is { Id.VirtualNetworkName: not null, IsOperation: false } =>
            NotFound(subject.Id, true),
        "InvalidGlobalResourceReference" or "InvalidResourceReference" when subject.Remote is not null => NotFound(subject.Remote, true),
        "AnotherOperationInProgress" or "ReferencedResourceNotProvisioned" or "RetryableErrorDueToAnotherOperation" or "OperationPreempted"
            or "CanceledAndSupersededDueToAnotherOperation" or "ResourceGroupBeingDeleted" =>
            PeeringError.Of(nameof(Errors.ResourceBusy), subject.TargetId, subject.Name, text),
        // Azure's own policy, not one of this module's, whose findings are PolicyViolation.
        "RequestDisallowedByPolicy" => Refused(subject, text),
        "ScopeLocked" => Refused(subject, text, subject.Method == RequestMethod.Delete ? nameof(Errors.DeleteLock) : nameof(Errors.ReadOnlyLock)),
        "VnetAddressSpacesOverlap" => Refused(subject, text, nameof(Errors.AddressSpaceOverlap)),
        "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet" => Refused(subject, text, nameof(Errors.AddressSpaceOverlapThroughPeer)),
        "RemotePeeringIsDisconnected" => Refused(subject, text, nameof(Errors.PeeringDisconnected)),
        "RemoteVnetHasNoGateways" => Refused(subject, text, nameof(Errors.GatewayMissing)),
        "NicMustBeAttachedToRunningVmToGetEffectiveRoutes" or "NicMustBeAttachedToRunningVmToGetEffectiveSecurityGroups" =>
            PeeringError.Of(nameof(Errors.NetworkInterfaceNotRunning), subject.TargetId, subject.Name),
        "PreconditionFailed" => PeeringError.Of(nameof(Errors.ChangedMeanwhile), subject.TargetId, subject.Name, text),
        _ => null,
    };

    private static PeeringError NotFound(ResourceId id, bool network)
    {
        if (!network)
        {
            string message = string.Format(CultureInfo.InvariantCulture, Messages.PeeringMissing, id.Text);
            return PeeringError.Of(nameof(Errors.PeeringNotFound), id.Text) with { Message = message };
        }

        if (id.VirtualNetworkName is not null)
        {
            return PeeringError.Of(nameof(Errors.VirtualNetworkNotFound), id.VirtualNetwork.Text, id.VirtualNetwork.Text);
        }

        return id.ResourceGroupName is null
            ? PeeringError.Of(nameof(Errors.SubscriptionNotFound), id.Text, id.SubscriptionId)
            : PeeringError.Of(nameof(Errors.ResourceGroupNotFound), id.Text, id.ResourceGroupName, id.SubscriptionId);
    }

    /// <summary>Azure's own words, under the id that the module's checks before a write use for the same finding.</summary>
    private static PeeringError Refused(ArmSubject subject, string text, string id = nameof(Errors.RequestRefused))
    {
        PeeringError refused = PeeringError.Of(nameof(Errors.RequestRefused), subject.TargetId, subject.Name, text);
        return id == refused.Id ? refused : PeeringError.Of(id, subject.TargetId) with { Message = refused.Message };
    }

    private static string Throttling(string text, TimeSpan? retryAfter) => retryAfter is null
        ? text
        : string.Format(CultureInfo.InvariantCulture, Messages.WaitTold, text, retryAfter.Value.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture));

    private static string? RequestIdOf(Response answer) =>
        answer.Headers.TryGetValue("x-ms-request-id", out string? id) ? SafeText.ForMessage(id, 100) : null;
}
