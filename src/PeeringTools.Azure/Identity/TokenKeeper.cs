using Azure.Core;
using Azure.Identity;

namespace PeeringTools.Azure.Identity;

/// <summary>
/// Keeps the tokens of one identity, one per tenant, by the connection's own clock. It is the credential that the SDK's
/// bearer policy asks; every token is handed to it as already expired, so that the policy keeps none by the machine's clock.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Reliability", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to release.")]
internal sealed class TokenKeeper(
    TokenCredential inner, string scope, TimeProvider clock, bool renewable = true, Func<TokenCredential>? remake = null) : TokenCredential
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, AccessToken> _tokens = new(StringComparer.OrdinalIgnoreCase);
    private TokenCredential _inner = inner;

    /// <summary>The token for a tenant; null means the identity's own.</summary>
    /// <exception cref="PeeringException">TokenExpired or AuthenticationFailed.</exception>
    public async Task<string> GetAsync(string? tenantId, string? claims, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            string key = tenantId ?? "";
            if (claims is null && _tokens.TryGetValue(key, out AccessToken kept) && kept.ExpiresOn - Margin > clock.GetUtcNow()) return kept.Token;
            TokenRequestContext request = new([scope], null, claims, tenantId, isCaeEnabled: false);
            AccessToken token = await _inner.GetTokenAsync(request, cancellationToken).ConfigureAwait(false);
            _tokens[key] = token;
            return token.Token;
        }
        catch (AuthenticationFailedException e)
        {
            throw new PeeringException(PeeringError.Of(nameof(Errors.AuthenticationFailed), null, Reason(e)), e);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Drops the token a refused request carried.</summary>
    /// <returns>True when it is worth asking again: another token may be had.</returns>
    public async ValueTask<bool> RenewAsync(Request refused, CancellationToken cancellationToken)
    {
        if (!renewable || !refused.Headers.TryGetValue("Authorization", out string? header)) return false;
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_tokens.TryGetValue("", out AccessToken kept) && header == "Bearer " + kept.Token)
            {
                _tokens.Remove("");
                // The SDK's credentials keep tokens of their own and would hand out the refused one again.
                if (remake is not null) _inner = remake();
            }

            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        string token = await this.GetAsync(null, requestContext.Claims, cancellationToken).ConfigureAwait(false);
        return new AccessToken(token, DateTimeOffset.FromUnixTimeSeconds(0));
    }

    /// <exception cref="NotSupportedException">Always: nothing in this module blocks on a token.</exception>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>The SDK leaves the end of its sentence to the exception within.</summary>
    private static string Reason(AuthenticationFailedException failure)
    {
        string text = SafeText.ForMessage(failure.Message);
        return text.Length > 0 && text[text.Length - 1] == ':' && failure.InnerException is Exception cause ? SafeText.ForMessage(text + " " + cause.GetBaseException().Message) : text;
    }
}
