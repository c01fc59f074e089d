using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>A signing key of the server's: ES256, made at the start and gone with the process.</summary>
internal sealed class TokenSigner : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Lock _gate = new();

    public TokenSigner() => KeyId = Base64Url.EncodeToString(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()).AsSpan(0, 15));

    public string KeyId { get; }

    /// <summary>The public half as a JSON web key. Source: RFC 7518, 6.2.</summary>
    public JsonObject PublicKey
    {
        get
        {
            ECPoint point = _key.ExportParameters(includePrivateParameters: false).Q;
            return new JsonObject
            {
                ["kty"] = "EC",
                ["use"] = "sig",
                ["crv"] = "P-256",
                ["alg"] = "ES256",
                ["kid"] = KeyId,
                ["x"] = Base64Url.EncodeToString(point.X),
                ["y"] = Base64Url.EncodeToString(point.Y),
            };
        }
    }

    public string Sign(JsonObject claims)
    {
        JsonObject header = new() { ["typ"] = "JWT", ["alg"] = "ES256", ["kid"] = KeyId };
        // Whether one key object may be used by two threads at once is said nowhere.
        lock (_gate) return Jwt.Encode(header, claims, bytes => _key.SignData(bytes, HashAlgorithmName.SHA256));
    }

    /// <summary>Whether this key signed the token. The algorithm is ours to say, not the token's.</summary>
    public bool Signed(Jwt token)
    {
        if (token.Algorithm != "ES256" || Jwt.Text(token.Header, "kid") != KeyId) return false;
        lock (_gate) return _key.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256);
    }

    public void Dispose() => _key.Dispose();
}
