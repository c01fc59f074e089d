using Azure.Core;
using Azure.Core.Pipeline;

namespace PeeringTools.Azure.Wire;

/// <summary>
/// Lets nothing out but to the endpoint itself. It stands before the policy that adds the token, so an answer that
/// points elsewhere (nextLink, Location, Azure-AsyncOperation) gets neither a request nor a token.
/// </summary>
internal sealed class OwnOriginPolicy(Uri endpoint) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => Check(endpoint, message.Request.Uri.ToUri());

    public static void Check(Uri endpoint, Uri target)
    {
        bool own = Uri.Compare(endpoint, target, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            && target.UserInfo.Length == 0;
        if (own) return;
        string shown = SafeText.ForMessage(target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));
        throw PeeringException.Of(nameof(Errors.ForeignAddress), null, endpoint.Host, shown);
    }
}
