using System.Globalization;

namespace PeeringTools;

/// <summary>A problem a user meets: a stable id, its kind, what happened, to which resource, and what to do.</summary>
internal sealed record PeeringError(string Id, ErrorKind Kind, string Message, string Action, string? TargetId)
{
    /// <summary>The code Azure gave, where the problem came from there; null otherwise.</summary>
    public string? AzureCode { get; init; }

    /// <summary>HTTP status of the answer, where there was one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How long Azure asked to wait, where it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What lets Azure's support find the request; null where there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Makes an error out of its id. The same arguments fill the message and the advice.</summary>
    /// <param name="id">Name of a text in Errors.resx: <c>nameof(Errors.NotConnected)</c>.</param>
    /// <param name="targetId">Resource id it is about.</param>
    /// <param name="arguments">What the placeholders of both texts stand for.</param>
    public static PeeringError Of(string id, string? targetId, params object?[] arguments)
    {
        string message = Wording.Fill(Errors.ResourceManager.GetString(id, CultureInfo.InvariantCulture)!, arguments);
        string action = Wording.Fill(Actions.ResourceManager.GetString(id, CultureInfo.InvariantCulture)!, arguments);
        return new PeeringError(id, ErrorCatalogue.KindOf(id), message, action, targetId);
    }
}
