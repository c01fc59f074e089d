using System.Globalization;
using Azure.Core;

namespace PeeringTools.Azure.Identity;

/// <summary>
/// Tokens that others made: a fixed one, those of the session's Az context, those of the lab. Their expiry is read from
/// themselves; an expired one is refused before any request.
/// </summary>
internal sealed class GivenTokenCredential(Func<string?, CancellationToken, Task<string>> giveToken, TimeProvider clock) : TokenCredential
{
    /// <summary>A token that does not say when it ends is asked for again after this.</summary>
    private static readonly TimeSpan UnknownLifetime = TimeSpan.FromMinutes(5);

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        string token = await giveToken(requestContext.TenantId, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset expiry = TokenClaims.Read(token).ExpiresOn ?? now + UnknownLifetime;
        if (expiry > now) return new AccessToken(token, expiry);
        string date = expiry.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        throw PeeringException.Of(nameof(Errors.TokenExpired), null, string.Format(CultureInfo.InvariantCulture, Messages.TokenExpiredOn, date));
    }

    /// <exception cref="NotSupportedException">Always: nothing in this module blocks on a token.</exception>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
