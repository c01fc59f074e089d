using System.Globalization;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>The Java shape: networkCallRecords[]; headers lie beside StatusCode and Body; no request bodies.</summary>
internal static class JavaSession
{
    public static IEnumerable<RecordedCall> Read(JsonNode file) =>
        file["networkCallRecords"]!.AsArray().Select((call, index) =>
        {
            JsonObject response = call!["Response"]!.AsObject();
            string method = (string)call["Method"]!;
            string uri = new Uri((string)call["Uri"]!).PathAndQuery;
            var answer = new Answer(
                int.Parse((string)response["StatusCode"]!, CultureInfo.InvariantCulture),
                Headers(response),
                Answer.Parse((string?)response["Body"]));
            return new RecordedCall(index, method, uri, RebuiltRequestBody.Of(method, answer.Body), answer);
        });

    private static IEnumerable<KeyValuePair<string, string>> Headers(JsonObject response) =>
        response
            .Where(member => member.Key is not ("StatusCode" or "Body"))
            .Select(header => KeyValuePair.Create(header.Key, (string)header.Value!));
}
