namespace PeeringTools.Ports;

/// <summary>A fault by operation: which requests, how often, and the answer they get instead.</summary>
/// <param name="Method">GET, PUT, PATCH, POST, DELETE or *.</param>
/// <param name="PathPattern">A wildcard over the request's path.</param>
/// <param name="Times">How many matching requests fail before the fault is used up.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Code">ARM's error code in its body.</param>
/// <param name="RetryAfter">How long the answer asks to wait; null for no such header.</param>
internal sealed record LabFaultRequest(string Method, string PathPattern, int Times, int Status, string Code, TimeSpan? RetryAfter);
