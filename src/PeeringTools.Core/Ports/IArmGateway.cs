namespace PeeringTools.Ports;

/// <summary>The way from the module's own context to Azure and to the lab, which live in a context of their own.</summary>
internal interface IArmGateway
{
    /// <summary>Signs in, proves it with one cheap read, and returns an immutable connection.</summary>
    Task<PeeringConnection> ConnectAsync(ConnectionRequest request, IReporter reporter, CancellationToken cancellationToken);

    /// <summary>Starts a lab and connects to it.</summary>
    ILabSession StartLab(LabRequest request);
}
