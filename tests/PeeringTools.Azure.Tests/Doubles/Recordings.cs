using System.Globalization;
using System.Text.Json;

namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>Recorded sessions between real clients and real Azure, kept beside the checkout and never in it.</summary>
internal static class Recordings
{
    /// <summary>The answers of 200 to GETs whose path matches, in the order of the file.</summary>
    /// <param name="file">Name of the recording; the test is skipped where the folder is not there.</param>
    /// <param name="matches">Which paths.</param>
    public static List<RecordedAnswer> Answers(string file, Func<string, bool> matches) =>
        [.. Calls(file).Where(answer => answer is { Method: "GET", Status: 200 } && matches(answer.Path))];

    /// <summary>Every call of a session, in the order of the file.</summary>
    public static List<RecordedAnswer> Calls(string file)
    {
        using JsonDocument recording = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), file)));
        JsonElement root = recording.RootElement;
        JsonElement calls = root.ValueKind == JsonValueKind.Array ? root
            : root.TryGetProperty("Entries", out JsonElement entries) ? entries
            : root.GetProperty("networkCallRecords");
        return [.. calls.EnumerateArray().Select(Read)];
    }

    private static RecordedAnswer Read(JsonElement call)
    {
        if (call.TryGetProperty("RequestMethod", out JsonElement method))
        {
            return new RecordedAnswer(method.GetString()!, PathOf(call.GetProperty("RequestUri")), call.GetProperty("StatusCode").GetInt32(), Body(call, "ResponseBody"));
        }

        if (call.TryGetProperty("method", out JsonElement plain))
        {
            return new RecordedAnswer(plain.GetString()!, PathOf(call.GetProperty("path")), call.GetProperty("status").GetInt32(), Body(call, "body"));
        }

        JsonElement response = call.GetProperty("Response");
        return new RecordedAnswer(
            call.GetProperty("Method").GetString()!, PathOf(call.GetProperty("Uri")), int.Parse(response.GetProperty("StatusCode").GetString()!, CultureInfo.InvariantCulture), Body(response, "Body"));
    }

    /// <summary>Some recorders keep a body as text, others as JSON.</summary>
    private static string Body(JsonElement owner, string name) => !owner.TryGetProperty(name, out JsonElement body) ? ""
        : body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText();

    private static string PathOf(JsonElement uri)
    {
        string text = uri.GetString()!;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? absolute.AbsolutePath
            : text.Split('?')[0];
    }

    private static string Folder()
    {
        string? given = Environment.GetEnvironmentVariable("PEERINGTOOLS_RECORDINGS");
        if (given is not null) return given;
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PeeringTools.sln"))) root = root.Parent;
        // A worktree lies one folder deeper than a clone.
        for (DirectoryInfo? beside = root?.Parent; beside is not null; beside = beside.Parent)
        {
            string folder = Path.Combine(beside.FullName, "shared", "recordings");
            if (Directory.Exists(folder)) return folder;
        }

        Assert.Skip("No recordings: there is no ../shared/recordings beside the repository, and PEERINGTOOLS_RECORDINGS is not set.");
        return "";
    }
}

/// <summary>One recorded answer of Azure's.</summary>
internal sealed record RecordedAnswer(string Method, string Path, int Status, string Body);
