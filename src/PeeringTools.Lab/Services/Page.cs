using System.Globalization;
using System.Text;
using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>A list in pages. The token names the last item shown, so a page goes on rightly while the list changes.</summary>
internal static class Page
{
    public static ArmAnswer Of<T>(ArmRequest request, IReadOnlyList<T> sorted, int size, Func<T, string> key, Func<T, bool> visible, Func<T, byte[]> body)
    {
        size = Math.Min(size, Top(request));
        using MemoryStream stream = new(16384);
        Put(stream, "{\"value\":[");
        int index = request.Query.TryGetValue("$skiptoken", out string? token) ? After(sorted, key, Decode(token)) : 0;
        int shown = 0;
        for (; index < sorted.Count && shown < size; index++)
        {
            if (!visible(sorted[index]))
            {
                continue;
            }

            if (shown++ > 0)
            {
                stream.WriteByte((byte)',');
            }

            byte[] item = body(sorted[index]);
            stream.Write(item, 0, item.Length);
        }

        Put(stream, "]");
        while (index < sorted.Count && !visible(sorted[index]))
        {
            index++;
        }

        if (index < sorted.Count)
        {
            Put(stream, ",\"nextLink\":" + JsonSerializer.Serialize(NextLink(request, key(sorted[index - 1])), Relaxed));
        }

        Put(stream, "}");
        return new ArmAnswer(200, stream.ToArray());
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JsonText.Writing.Encoder };

    /// <summary>How many a page may have at most, where the caller says so.</summary>
    private static int Top(ArmRequest request)
    {
        if (!request.Query.TryGetValue("$top", out string? text))
        {
            return int.MaxValue;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int top) && top > 0
            ? top
            : throw ArmError.FrontEnd(400, "InvalidTopInQueryString", $"Invalid $top '{text}' specified in the query string. It is a positive number.").Thrown();
    }

    private static void Put(MemoryStream stream, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        stream.Write(bytes, 0, bytes.Length);
    }

    private static string NextLink(ArmRequest request, string last)
    {
        string token = Convert.ToBase64String(Encoding.UTF8.GetBytes(last)).Replace('+', '-').Replace('/', '_');
        IEnumerable<string> others = request.Query.Where(q => !string.Equals(q.Key, "$skiptoken", StringComparison.OrdinalIgnoreCase))
            .Select(q => q.Key + "=" + Uri.EscapeDataString(q.Value));
        return $"{request.Origin}{request.Uri.AbsolutePath}?{string.Join("&", others)}&$skiptoken={Uri.EscapeDataString(token)}";
    }

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token.Replace('-', '+').Replace('_', '/')));
        }
        catch (FormatException)
        {
            throw ArmError.FrontEnd(400, "InvalidSkipToken", "The skip token is invalid.").Thrown();
        }
    }

    private static int After<T>(IReadOnlyList<T> sorted, Func<T, string> key, string last)
    {
        int low = 0;
        int high = sorted.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.Compare(key(sorted[middle]), last, StringComparison.OrdinalIgnoreCase) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
