namespace PeeringTools;

/// <summary>The kind of every stable error id. The ids are the names of the texts in Errors.resx and Actions.resx.</summary>
internal static class ErrorCatalogue
{
    private static readonly Dictionary<string, ErrorKind> Kinds = new(StringComparer.Ordinal)
    {
        [nameof(Errors.AccessDenied)] = ErrorKind.PermissionDenied,
        [nameof(Errors.AddressSpaceOverlap)] = ErrorKind.InvalidArgument,
        [nameof(Errors.AddressSpaceOverlapThroughPeer)] = ErrorKind.InvalidArgument,
        [nameof(Errors.ApiVersionTooOld)] = ErrorKind.InvalidArgument,
        [nameof(Errors.AuthenticationFailed)] = ErrorKind.AuthenticationError,
        [nameof(Errors.AzContextChanged)] = ErrorKind.AuthenticationError,
        [nameof(Errors.ChangedMeanwhile)] = ErrorKind.InvalidOperation,
        [nameof(Errors.ConfirmationUnavailable)] = ErrorKind.InvalidOperation,
        [nameof(Errors.CoverageIncomplete)] = ErrorKind.InvalidResult,
        [nameof(Errors.DeleteLock)] = ErrorKind.PermissionDenied,
        [nameof(Errors.EndpointUnreachable)] = ErrorKind.ConnectionError,
        [nameof(Errors.ForeignAddress)] = ErrorKind.SecurityError,
        [nameof(Errors.GatewayConflict)] = ErrorKind.InvalidArgument,
        [nameof(Errors.GatewayMissing)] = ErrorKind.ObjectNotFound,
        [nameof(Errors.InvalidEstate)] = ErrorKind.InvalidData,
        [nameof(Errors.InvalidInput)] = ErrorKind.InvalidArgument,
        [nameof(Errors.InvalidResourceId)] = ErrorKind.InvalidArgument,
        [nameof(Errors.LabObject)] = ErrorKind.InvalidOperation,
        [nameof(Errors.ManagedPeering)] = ErrorKind.PermissionDenied,
        [nameof(Errors.MissingPermission)] = ErrorKind.PermissionDenied,
        [nameof(Errors.MixedConnections)] = ErrorKind.InvalidArgument,
        [nameof(Errors.NetworkRecreated)] = ErrorKind.InvalidOperation,
        [nameof(Errors.NoLab)] = ErrorKind.InvalidOperation,
        [nameof(Errors.NotConnected)] = ErrorKind.ConnectionError,
        [nameof(Errors.NotOfPair)] = ErrorKind.InvalidArgument,
        [nameof(Errors.NotOriented)] = ErrorKind.InvalidArgument,
        [nameof(Errors.OperationFailed)] = ErrorKind.InvalidResult,
        [nameof(Errors.PairExistsUseSet)] = ErrorKind.ResourceExists,
        [nameof(Errors.PeeringDisconnected)] = ErrorKind.InvalidOperation,
        [nameof(Errors.PeeringHalfMade)] = ErrorKind.InvalidResult,
        [nameof(Errors.PeeringInterrupted)] = ErrorKind.OperationStopped,
        [nameof(Errors.PeeringLimitReached)] = ErrorKind.LimitsExceeded,
        [nameof(Errors.PeeringNotFound)] = ErrorKind.ObjectNotFound,
        [nameof(Errors.PolicyViolation)] = ErrorKind.PermissionDenied,
        [nameof(Errors.ProvisioningNotSucceeded)] = ErrorKind.ResourceBusy,
        [nameof(Errors.ReadOnlyLock)] = ErrorKind.PermissionDenied,
        [nameof(Errors.RecordNameForbidden)] = ErrorKind.InvalidArgument,
        [nameof(Errors.RecordTooLong)] = ErrorKind.LimitsExceeded,
        [nameof(Errors.RemoteNotVisible)] = ErrorKind.PermissionDenied,
        [nameof(Errors.RequestRefused)] = ErrorKind.InvalidOperation,
        [nameof(Errors.ResourceBusy)] = ErrorKind.ResourceBusy,
        [nameof(Errors.ResourceGroupNotFound)] = ErrorKind.ObjectNotFound,
        [nameof(Errors.SameVirtualNetwork)] = ErrorKind.InvalidArgument,
        [nameof(Errors.SettingsUnknown)] = ErrorKind.InvalidArgument,
        [nameof(Errors.SideMissing)] = ErrorKind.ObjectNotFound,
        [nameof(Errors.SubscriptionNotFound)] = ErrorKind.ObjectNotFound,
        [nameof(Errors.SubscriptionNotRead)] = ErrorKind.InvalidResult,
        [nameof(Errors.SyncIncomplete)] = ErrorKind.InvalidResult,
        [nameof(Errors.SyncNeedsOtherSide)] = ErrorKind.PermissionDenied,
        [nameof(Errors.TagRoomExhausted)] = ErrorKind.LimitsExceeded,
        [nameof(Errors.Throttled)] = ErrorKind.LimitsExceeded,
        [nameof(Errors.TimedOut)] = ErrorKind.OperationTimeout,
        [nameof(Errors.TokenExpired)] = ErrorKind.AuthenticationError,
        [nameof(Errors.TransitChain)] = ErrorKind.InvalidArgument,
        [nameof(Errors.UnexpectedAnswer)] = ErrorKind.ProtocolError,
        [nameof(Errors.UnsupportedParameter)] = ErrorKind.InvalidArgument,
        [nameof(Errors.VerificationFailed)] = ErrorKind.InvalidResult,
        [nameof(Errors.VirtualNetworkNotFound)] = ErrorKind.ObjectNotFound,
    };

    /// <summary>Every stable id, in alphabetical order.</summary>
    public static IEnumerable<string> Ids => Kinds.Keys.OrderBy(id => id, StringComparer.Ordinal);

    public static ErrorKind KindOf(string id) => Kinds[id];
}
