using System.Text.Json.Nodes;
using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server.Control;

/// <summary>What was asked of Resource Manager and of the authority.</summary>
internal static class LedgerJson
{
    public static JsonObject Of(LabLedger ledger, SignInLog signIns) => new()
    {
        ["requests"] = new JsonArray([.. ledger.Requests.Select(Request)]),
        ["inFlight"] = new JsonArray([.. ledger.InFlight.Select(Request)]),
        ["overlappingWrites"] = new JsonArray([.. ledger.OverlappingWrites.Select(o => new JsonObject
        {
            ["first"] = o.First.Number,
            ["second"] = o.Second.Number,
            ["virtualNetworkId"] = o.VirtualNetworkId,
        })]),
        ["signIns"] = new JsonArray([.. signIns.All.Select(s => new JsonObject
        {
            ["time"] = s.Time.ToString("O"),
            ["tenant"] = s.Tenant,
            ["clientId"] = s.ClientId is null ? null : RequestLog.Clean(s.ClientId),
            ["grant"] = RequestLog.Clean(s.Grant),
            ["status"] = s.Status,
            ["error"] = s.Error,
        })]),
    };

    private static JsonObject Request(LabRequest request) => new()
    {
        ["number"] = request.Number,
        ["method"] = request.Method,
        ["path"] = RequestLog.Clean(request.PathAndQuery),
        ["started"] = request.Started.ToString("O"),
        ["ended"] = request.Ended?.ToString("O"),
        ["status"] = request.Status,
        ["errorCode"] = request.ErrorCode,
        ["principalId"] = request.PrincipalId,
        ["networks"] = new JsonArray([.. request.Networks.Select(n => JsonValue.Create(n))]),
    };
}
