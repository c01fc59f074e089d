using PeeringTools.Records;

namespace PeeringTools.Changes;

/// <summary>Lays what a request asks of a record over what it says now.</summary>
internal static class RecordWishes
{
    public static PeeringRecord Apply(RecordWish wish, PeeringRecord basis) => basis with
    {
        Expires = wish.NoExpiration ? null : wish.ExpiresOn?.ToUniversalTime() ?? basis.Expires,
        Owner = wish.Owner ?? basis.Owner,
        Ticket = wish.Ticket ?? basis.Ticket,
    };

    /// <summary>True where nothing but the pair's name and age is left to say.</summary>
    public static bool IsEmpty(PeeringRecord record) =>
        record.Expires is null && string.IsNullOrEmpty(record.Owner) && string.IsNullOrEmpty(record.Ticket) && record.Parked is null;
}
