using System.Text.Json;

namespace PeeringTools.Azure.Surroundings;

/// <summary>The bodies of the questions that travel in a POST.</summary>
internal static class QuestionBody
{
    /// <summary>The next page of a list that is paged in its body; the first one has no token.</summary>
    public static byte[] Page(string? skipToken) => Write(body =>
    {
        if (skipToken is not null) body.WriteString("skipToken", skipToken);
    });

    public static byte[] NextHop(string machineId, string interfaceId, string source, string destination) => Write(body =>
    {
        body.WriteString("targetResourceId", machineId);
        body.WriteString("sourceIPAddress", source);
        body.WriteString("destinationIPAddress", destination);
        body.WriteString("targetNicResourceId", interfaceId);
    });

    public static byte[] Connectivity(string machineId, string destination, int port) => Write(body =>
    {
        body.WriteStartObject("source");
        body.WriteString("resourceId", machineId);
        body.WriteEndObject();
        body.WriteStartObject("destination");
        body.WriteString("address", destination);
        body.WriteNumber("port", port);
        body.WriteEndObject();
        body.WriteString("protocol", "Tcp");
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return body.ToArray();
    }
}
