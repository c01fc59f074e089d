using System.Globalization;
using System.Text.Json;

namespace PeeringTools.Bench.Estates;

/// <summary>An estate as a file that the lab loads, gone again when the benchmark is done.</summary>
internal sealed class EstateFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peeringtools-bench-");
    private readonly Shape _shape;

    public EstateFile(Shape shape)
    {
        _shape = shape;
        Path = System.IO.Path.Combine(_folder.FullName, "estate.json");
        using FileStream stream = File.Create(Path);
        using Utf8JsonWriter writer = new(stream);
        writer.WriteStartArray();
        for (int network = 0; network < shape.Networks; network++) this.Write(writer, network);
        writer.WriteEndArray();
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(Utf8JsonWriter writer, int network)
    {
        writer.WriteStartObject();
        writer.WriteString("id", _shape.IdOf(network));
        writer.WriteString("type", "Microsoft.Network/virtualNetworks");
        writer.WriteString("location", "westeurope");
        writer.WriteStartObject("tags");
        writer.WriteString("environment", network % 2 == 0 ? "prod" : "test");
        writer.WriteString("costCenter", "4711");
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteStartObject("addressSpace");
        WriteTexts(writer, "addressPrefixes", Shape.PrefixOf(network));
        writer.WriteEndObject();
        this.WriteSubnets(writer, network);
        writer.WriteStartArray("virtualNetworkPeerings");
        foreach (int peer in _shape.PeersOf(network)) this.WritePeering(writer, peer);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (writer.BytesPending > 1 << 20) writer.Flush();
    }

    private void WriteSubnets(Utf8JsonWriter writer, int network)
    {
        const int Subnets = 4;
        writer.WriteStartArray("subnets");
        for (int subnet = 0; subnet < Subnets; subnet++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", Text($"snet-{subnet}"));
            writer.WriteStartObject("properties");
            writer.WriteString("addressPrefix", Text($"10.{network / 256}.{network % 256}.{subnet * 64}/26"));
            writer.WriteStartArray("ipConfigurations");
            for (int number = subnet; number < _shape.IpConfigurations; number += Subnets)
            {
                writer.WriteStartObject();
                writer.WriteString("id", Text(
                    $"{_shape.GroupOf(network)}/providers/Microsoft.Network/networkInterfaces/nic-vm-{network:D5}-{number:D4}/ipConfigurations/ipconfig1"));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WritePeering(Utf8JsonWriter writer, int peer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", "peer-" + _shape.NameOf(peer));
        writer.WriteStartObject("properties");
        writer.WriteString("peeringState", "Connected");
        writer.WriteString("peeringSyncLevel", "FullyInSync");
        writer.WriteBoolean("allowVirtualNetworkAccess", true);
        writer.WriteBoolean("allowForwardedTraffic", true);
        writer.WriteStartObject("remoteVirtualNetwork");
        writer.WriteString("id", _shape.IdOf(peer));
        writer.WriteEndObject();
        foreach (string space in (string[])["remoteAddressSpace", "remoteVirtualNetworkAddressSpace"])
        {
            writer.WriteStartObject(space);
            WriteTexts(writer, "addressPrefixes", Shape.PrefixOf(peer));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
