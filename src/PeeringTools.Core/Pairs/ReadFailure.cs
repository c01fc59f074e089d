namespace PeeringTools.Pairs;

/// <summary>What a failed read of a network or a subscription proves, by the code and status Azure gave.</summary>
internal static class ReadFailure
{
    /// <summary>Gone is a claim that still needs the subscription's own answer.</summary>
    public static RemoteVisibility Classify(PeeringError error)
    {
        if (error.HttpStatus is 401 or 403) return RemoteVisibility.NotVisible;
        return error.AzureCode switch
        {
            "ResourceNotFound" or "ResourceGroupNotFound" when error.HttpStatus == 404 => RemoteVisibility.Gone,
            "SubscriptionNotFound" => RemoteVisibility.NotVisible,
            _ => RemoteVisibility.Unknown,
        };
    }

    /// <summary>A token that ran out says nothing of the resource: every later read would be called not visible because of it.</summary>
    public static bool EndsTheRun(PeeringError error) => error.Id is nameof(Errors.TokenExpired) or nameof(Errors.AzContextChanged);
}
