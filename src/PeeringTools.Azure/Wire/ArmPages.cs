using System.Runtime.CompilerServices;
using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Wire;

/// <summary>ARM's lists: <c>{"value": [...], "nextLink": "..."}</c>, page after page.</summary>
internal static class ArmPages
{
    /// <summary>Reads a list as its pages arrive.</summary>
    /// <param name="channel">Where to ask.</param>
    /// <param name="first">Address of the first page.</param>
    /// <param name="subject">What the list is of.</param>
    /// <param name="readItem">Reads one item while its bytes arrive.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<IReadOnlyList<T>> ReadPagesAsync<T>(
        this ArmChannel channel, Uri first, ArmSubject subject, Func<JsonStreamReader, ValueTask<T>> readItem,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<Uri> seen = [];
        for (Uri? address = first; address is not null;)
        {
            if (!seen.Add(address)) throw Loops(channel, subject);
            Page<T> page = await channel.ReadAsync(address, subject, json => ReadPageAsync(json, readItem), cancellationToken).ConfigureAwait(false);
            yield return page.Items;
            address = channel.Follow(page.NextLink);
        }
    }

    private static async ValueTask<Page<T>> ReadPageAsync<T>(JsonStreamReader json, Func<JsonStreamReader, ValueTask<T>> readItem)
    {
        List<T> items = [];
        string? nextLink = null;
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return new Page<T>(items, null);
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("value"u8))
            {
                if (!await json.StartArrayAsync().ConfigureAwait(false)) continue;
                while (await json.NextItemAsync().ConfigureAwait(false)) items.Add(await readItem(json).ConfigureAwait(false));
            }
            else if (json.NameIs("nextLink"u8))
            {
                nextLink = await json.ReadStringAsync().ConfigureAwait(false);
            }
            else
            {
                await json.SkipAsync().ConfigureAwait(false);
            }
        }

        return new Page<T>(items, nextLink);
    }

    private static PeeringException Loops(ArmChannel channel, ArmSubject subject) =>
        PeeringException.Of(nameof(Errors.UnexpectedAnswer), subject.TargetId, channel.Endpoint.Host, Messages.AnswerLoop);

    private readonly record struct Page<T>(IReadOnlyList<T> Items, string? NextLink);
}
