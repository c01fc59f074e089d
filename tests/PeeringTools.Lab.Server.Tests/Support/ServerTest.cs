namespace PeeringTools.Lab.Server.Tests.Support;

/// <summary>A test against a server that its class shares, on an estate of its own.</summary>
public abstract class ServerTest : IClassFixture<RunningServer>
{
    protected ServerTest(RunningServer server)
    {
        Server = server;
        server.Begin();
    }

    protected RunningServer Server { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
