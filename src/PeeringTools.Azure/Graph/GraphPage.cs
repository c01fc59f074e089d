using System.Globalization;
using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Graph;

/// <summary>One page of an answer: its rows, what goes on behind them, and whether rows were cut off.</summary>
internal sealed class GraphPage<T>
{
    public List<T> Rows { get; } = [];

    public long? TotalRecords { get; private set; }

    public string? SkipToken { get; private set; }

    public bool IsTruncated { get; private set; }

    /// <summary>Reads a page while its bytes arrive.</summary>
    public static async ValueTask<GraphPage<T>> ReadAsync(JsonStreamReader json, Func<JsonStreamReader, ValueTask<T>> readRow)
    {
        GraphPage<T> page = new();
        bool hasData = false;
        if (!await json.StartObjectAsync().ConfigureAwait(false)) throw new FormatException(Messages.GraphNoRows);
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("data"u8)) hasData = await page.ReadRowsAsync(json, readRow).ConfigureAwait(false);
            else if (json.NameIs("totalRecords"u8)) page.TotalRecords = Number(await json.ReadStringAsync().ConfigureAwait(false));
            else if (json.NameIs("$skipToken"u8)) page.SkipToken = await json.ReadStringAsync().ConfigureAwait(false);
            // A text, not a truth value, in every version of the service.
            else if (json.NameIs("resultTruncated"u8)) page.IsTruncated = IsTrue(await json.ReadStringAsync().ConfigureAwait(false));
            else await json.SkipAsync().ConfigureAwait(false);
        }

        if (string.IsNullOrEmpty(page.SkipToken)) page.SkipToken = null;
        return hasData ? page : throw new FormatException(Messages.GraphNoRows);
    }

    private async ValueTask<bool> ReadRowsAsync(JsonStreamReader json, Func<JsonStreamReader, ValueTask<T>> readRow)
    {
        if (!await json.StartArrayAsync().ConfigureAwait(false)) return false;
        while (await json.NextItemAsync().ConfigureAwait(false)) Rows.Add(await readRow(json).ConfigureAwait(false));
        return true;
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static long? Number(string? text) =>
        text is null ? null : long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
