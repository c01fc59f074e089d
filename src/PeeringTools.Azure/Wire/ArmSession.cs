using Azure.Core;
using Azure.ResourceManager;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Wire;

/// <summary>The ArmClient of one call of a cmdlet: the connection's identity and transport, and the call's own reporter.</summary>
internal sealed class ArmSession : ArmClient
{
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(100);

    public ArmSession(ArmAccess access, IReporter reporter)
        : this(access, reporter, new RetrySchedule(access.Clock, access.ReadPatience, reporter))
    {
    }

    private ArmSession(ArmAccess access, IReporter reporter, RetrySchedule schedule)
        : base(access.Tokens, null, OptionsFor(access, schedule))
    {
        Access = access;
        Reporter = reporter;
        Schedule = schedule;
        Quota = new GraphQuota(access.Clock, access.ReadPatience, reporter);
    }

    public ArmAccess Access { get; }

    public IReporter Reporter { get; }

    public RetrySchedule Schedule { get; }

    /// <summary>One for all queries of the call: Resource Graph counts per identity.</summary>
    public GraphQuota Quota { get; }

    private static ArmClientOptions OptionsFor(ArmAccess access, RetrySchedule schedule)
    {
        ArmClientOptions options = new()
        {
            Environment = new ArmEnvironment(access.Endpoint, access.Audience),
            Transport = access.Transport,
            RetryPolicy = new ReadRetryPolicy(schedule, access.Tokens),
            Diagnostics = { IsLoggingEnabled = false, IsLoggingContentEnabled = false, IsTelemetryEnabled = false, IsDistributedTracingEnabled = false },
            Retry = { NetworkTimeout = NetworkTimeout },
        };
        options.AddPolicy(new OwnOriginPolicy(access.Endpoint), HttpPipelinePosition.PerCall);
        options.AddPolicy(new UserAgentPolicy(), HttpPipelinePosition.PerCall);
        return options;
    }
}
