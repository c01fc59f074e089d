using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>The Node CLI's shape: a plain list of method, path, status, body, headers; no dates and no request bodies.</summary>
internal static class XplatSession
{
    public static IEnumerable<RecordedCall> Read(JsonNode file) =>
        file.AsArray().Select((call, index) => new RecordedCall(
            index,
            (string)call!["method"]!,
            (string)call["path"]!,
            RequestBody: null,
            new Answer(
                (int)call["status"]!,
                call["headers"]!.AsObject().Select(header => KeyValuePair.Create(header.Key, (string)header.Value!)),
                call["body"])));
}
