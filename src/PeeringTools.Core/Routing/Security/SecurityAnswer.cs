namespace PeeringTools.Routing;

/// <summary>What security groups say to a flow.</summary>
internal enum SecurityAnswer
{
    Allow,
    Unknown,
    Deny,
}
