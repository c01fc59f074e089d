using PeeringTools.Records;

namespace PeeringTools.Changes;

/// <summary>Lays what a request asks of a record over what it says now.</summary>
internal static class RecordWishes
{
    public static PeeringRecord Apply(RecordWish wish, PeeringRecord basis) => basis with
    {
        Expires = wish.NoExpiration ? null : wish.ExpiresOn?.ToUniversalTime() ?? basis.Expires,
        Owner = Said(wish.Owner, basis.Owner),
        Ticket = Said(wish.Ticket, basis.Ticket),
    };

    /// <summary>True where nothing but the pair's name and age is left to say.</summary>
    public static bool IsEmpty(PeeringRecord record) =>
        record.Expires is null && string.IsNullOrEmpty(record.Owner) && string.IsNullOrEmpty(record.Ticket) && record.Parked is null;

    /// <summary>An empty wish takes away what is there. A tag knows no empty texts, so a record has none either.</summary>
    private static string? Said(string? wish, string? present) => wish is null ? present : wish.Length > 0 ? wish : null;
}
