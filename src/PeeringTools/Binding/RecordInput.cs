using PeeringTools.Changes;
using PeeringTools.Records;

namespace PeeringTools.Binding;

/// <summary>What a cmdlet was told about a pair's record.</summary>
internal static class RecordInput
{
    /// <exception cref="PeeringException">InvalidInput: an end that is past or unreadable, or two ends at once.</exception>
    public static RecordWish Read(object? expiresOn, TimeSpan? lifetime, bool noExpiration, string? owner, string? ticket, TimeProvider clock)
    {
        object? end = Bare.Of(expiresOn);
        int ends = (end is null ? 0 : 1) + (lifetime is null ? 0 : 1) + (noExpiration ? 1 : 0);
        if (ends > 1) throw PeeringException.Of(nameof(Errors.InvalidInput), null, Messages.TwoEnds);
        return new RecordWish
        {
            ExpiresOn = end is not null ? Instants.ReadFuture(end, clock)
                : lifetime is { } span ? Instants.WholeSeconds(clock.GetUtcNow() + span)
                : null,
            Lifetime = lifetime,
            NoExpiration = noExpiration,
            Owner = owner,
            Ticket = ticket,
        };
    }
}
