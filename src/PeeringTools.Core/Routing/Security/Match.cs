namespace PeeringTools.Routing;

/// <summary>Whether a rule is about a flow. Maybe where the flow leaves something open, or only Azure knows what a tag holds.</summary>
internal enum Match
{
    No,
    Maybe,
    Yes,
}
