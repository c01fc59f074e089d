using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Graph;

/// <summary>What Resource Graph refuses: the outer code says little, the details say what is wrong.</summary>
internal static class GraphErrors
{
    /// <summary>A query the lab does not understand, or whose answer it could not vouch for.</summary>
    public static ArmException InvalidQuery(string why) => BadRequest(
        ("InvalidQuery", "Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying."),
        ("ParserFailure", $"The lab does not serve this: {why}"));

    public static ArmException InvalidOption(string why) => BadRequest(("InvalidOptions", $"The options of the query are invalid: {why}"));

    public static ArmException NoSubscriptions(IEnumerable<string> given) => BadRequest(("NoValidSubscriptionsInQueryRequest",
        $"There must be at least one subscription that is eligible to contain resources. Given: '{string.Join(", ", given)}'."));

    public static ArmException GroupDenied(string group) => ArmError.Provider(403, "Forbidden", Outer(),
        ("AccessDenied", $"Access is denied to the management group '{group}', or it does not exist.")).Thrown();

    public static ArmException Throttled() => ArmError.Provider(429, "RateLimiting", Outer(),
        ("RateLimiting", "Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.")).Thrown();

    private static ArmException BadRequest(params (string Code, string Message)[] details) => ArmError.Provider(400, "BadRequest", Outer(), details).Thrown();

    /// <summary>Errors of a lab read the same in every run.</summary>
    private static string Outer() => "Please provide below info when asking for support: timestamp = 2026-01-01T00:00:00.0000000Z, correlationId = 00000000-0000-0000-0000-000000000000.";
}
