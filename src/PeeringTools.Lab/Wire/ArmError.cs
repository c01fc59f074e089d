using System.Text.Json;

namespace PeeringTools.Lab.Wire;

/// <summary>An error in one of the two styles: the front end's is compact, the provider's always carries details.</summary>
internal sealed class ArmError
{
    private ArmError(int status, string code, string message, bool fromProvider)
    {
        Status = status;
        Code = code;
        Message = message;
        FromProvider = fromProvider;
    }

    public int Status { get; }

    public string Code { get; }

    public string Message { get; }

    public bool FromProvider { get; }

    public IReadOnlyList<(string Code, string Message)> Details { get; private set; } = [];

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public static ArmError FrontEnd(int status, string code, string message) => new(status, code, message, fromProvider: false);

    public static ArmError Provider(int status, string code, string message, params (string Code, string Message)[] details) =>
        new(status, code, message, fromProvider: true) { Details = details };

    public ArmError With(string header, string value)
    {
        Headers.Add(new KeyValuePair<string, string>(header, value));
        return this;
    }

    public ArmException Thrown() => new(this);

    public ArmAnswer ToAnswer()
    {
        ArmAnswer answer = ArmAnswer.Json(Status, w =>
        {
            w.WriteStartObject();
            Write(w);
            w.WriteEndObject();
        });
        answer.ErrorCode = Code;
        answer.FromProvider = FromProvider;
        answer.Headers.AddRange(Headers);
        return FromProvider ? answer : answer.With("x-ms-failure-cause", "gateway");
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("error");
        writer.WriteString("code", Code);
        writer.WriteString("message", Message);
        if (FromProvider)
        {
            writer.WriteStartArray("details");
            foreach ((string code, string message) in Details)
            {
                writer.WriteStartObject();
                writer.WriteString("code", code);
                writer.WriteString("message", message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}

/// <summary>Carries an error from the rule that found it to the answer.</summary>
internal sealed class ArmException : Exception
{
    public ArmException(ArmError error)
        : base(error.Code) => Error = error;

    public ArmError Error { get; }
}
