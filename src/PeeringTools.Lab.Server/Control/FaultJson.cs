using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Control;

/// <summary>Faults as JSON: members named like those of <see cref="LabFault"/>, durations in seconds.</summary>
internal static class FaultJson
{
    private static readonly string[] Members =
        ["method", "path", "skip", "times", "effect", "status", "code", "message", "retryAfterSeconds", "retryAfterDate", "challenge", "durationSeconds", "host", "size"];

    public static JsonNode Do(string method, byte[] body, LabHost host)
    {
        switch (method)
        {
            case "POST":
                host.Lab.AddFault(Read(JsonNode.Parse(body) as JsonObject ?? throw new JsonException("A fault is a JSON object.")));
                break;
            case "DELETE":
                host.Lab.ClearFaults();
                break;
        }

        return new JsonObject { ["faults"] = new JsonArray([.. host.Lab.Faults.Select(Write)]) };
    }

    /// <summary>A fault without <c>times</c> strikes once; with <c>"times": null</c> always.</summary>
    public static LabFault Read(JsonObject json)
    {
        json.Expect(Members);
        LabFault fault = new() { Method = json.Text("method"), Path = json.Text("path") };
        fault.Effect = Enum.TryParse(json.Text("effect"), ignoreCase: true, out LabFaultEffect effect)
            ? effect
            : throw new JsonException($"'effect' must be one of {string.Join(", ", Enum.GetNames<LabFaultEffect>())}.");
        if (json.ContainsKey("skip")) fault.Skip = (int)json.Number("skip");
        if (json.ContainsKey("times")) fault.Times = json["times"] is null ? null : (int)json.Number("times");
        if (json.ContainsKey("status")) fault.Status = (HttpStatusCode)(int)json.Number("status");
        if (json.ContainsKey("retryAfterSeconds")) fault.RetryAfterSeconds = (int)json.Number("retryAfterSeconds");
        if (json.Text("retryAfterDate") is string date) fault.RetryAfterDate = DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (json.ContainsKey("durationSeconds")) fault.Duration = TimeSpan.FromSeconds(json.Number("durationSeconds"));
        if (json.ContainsKey("size")) fault.Size = (long)json.Number("size");
        fault.Code = json.Text("code") ?? fault.Code;
        fault.Message = json.Text("message") ?? fault.Message;
        fault.Challenge = json.Text("challenge");
        fault.Host = json.Text("host") ?? fault.Host;
        return fault;
    }

    private static JsonObject Write(LabFault fault) => new()
    {
        ["effect"] = fault.Effect.ToString(),
        ["method"] = fault.Method,
        ["path"] = fault.Path,
        ["skip"] = fault.Skip,
        ["times"] = fault.Times,
        ["struck"] = fault.Struck,
    };
}
