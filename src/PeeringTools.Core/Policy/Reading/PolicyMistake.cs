namespace PeeringTools.Policy;

/// <summary>One thing that is wrong in a policy file, and where.</summary>
internal sealed record PolicyMistake(string Path, int Line, string Message);
