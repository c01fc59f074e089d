using System.Net;
using System.Net.Sockets;

namespace PeeringTools.Lab.Server.Tests.Support;

/// <summary>Another host, which only counts who comes to it.</summary>
internal sealed class OtherHost : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _visits;

    public OtherHost()
    {
        _listener.Start();
        _ = this.CountAsync();
    }

    public string Name => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Visits => _visits;

    public void Dispose() => _listener.Dispose();

    private async Task CountAsync()
    {
        while (true)
        {
            try
            {
                using TcpClient visitor = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _visits);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
