using Azure.Core;
using Azure.Core.Pipeline;

namespace PeeringTools.Azure.Wire;

/// <summary>Says which module asks. The SDK's own telemetry, which tells more, is off.</summary>
internal sealed class UserAgentPolicy : HttpPipelineSynchronousPolicy
{
    private static readonly string Agent = "PeeringTools/" + typeof(UserAgentPolicy).Assembly.GetName().Version!.ToString(3);

    public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("User-Agent", Agent);
}
