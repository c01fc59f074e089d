using System.Text.Json;
using PeeringTools.Lab.Json;

namespace PeeringTools.Lab.Wire;

/// <summary>An answer before it becomes an HTTP message.</summary>
internal sealed class ArmAnswer
{
    public ArmAnswer(int status, byte[]? body = null)
    {
        Status = status;
        Body = body ?? [];
    }

    public int Status { get; }

    public byte[] Body { get; set; }

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public string? ErrorCode { get; set; }

    /// <summary>Whether a resource provider answered, not Resource Manager's front end.</summary>
    public bool FromProvider { get; set; }

    /// <summary>The id that the operation of a long-running write shares with its accepting answer.</summary>
    public Guid? RequestId { get; set; }

    /// <summary>The operation this answer started.</summary>
    public State.Operation? Started { get; set; }

    public static ArmAnswer Json(int status, Action<Utf8JsonWriter> write) => new(status, JsonText.Bytes(write));

    public ArmAnswer With(string header, string value)
    {
        Headers.Add(new KeyValuePair<string, string>(header, value));
        return this;
    }
}
