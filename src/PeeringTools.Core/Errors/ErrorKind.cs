namespace PeeringTools;

/// <summary>What kind of trouble an error is; the names are those of PowerShell's own ErrorCategory, which Core does not know.</summary>
internal enum ErrorKind
{
    NotSpecified,
    AuthenticationError,
    ConnectionError,
    InvalidArgument,
    InvalidData,
    InvalidOperation,
    InvalidResult,
    LimitsExceeded,
    ObjectNotFound,
    OpenError,
    OperationStopped,
    OperationTimeout,
    PermissionDenied,
    ProtocolError,
    ResourceBusy,
    ResourceExists,
    SecurityError,
}
