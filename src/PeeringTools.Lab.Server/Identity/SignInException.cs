namespace PeeringTools.Lab.Server.Identity;

/// <summary>A sign-in that is refused, in the words of OAuth and with Entra's number. Source: RFC 6749, 5.2; Entra's AADSTS error codes.</summary>
internal sealed class SignInException(int status, string error, int code, string message) : Exception($"AADSTS{code}: {message}")
{
    public int Status { get; } = status;

    public string Error { get; } = error;

    public int Code { get; } = code;

    public static SignInException InvalidClient(int code, string message) => new(401, "invalid_client", code, message);

    public static SignInException InvalidRequest(int code, string message) => new(400, "invalid_request", code, message);

    public static SignInException InvalidGrant(int code, string message) => new(400, "invalid_grant", code, message);
}
