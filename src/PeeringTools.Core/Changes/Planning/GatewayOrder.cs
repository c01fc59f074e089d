namespace PeeringTools.Changes;

/// <summary>
/// Which of two writes comes first. Azure refuses a side that uses the remote gateway while the other does not share
/// one: sharing starts before using, and using ends before sharing does.
/// </summary>
internal static class GatewayOrder
{
    /// <param name="before">What a half is now; null where it does not exist.</param>
    /// <param name="after">What it is after its write; null where it is deleted.</param>
    public static Half First(Func<Half, SideState?> before, Func<Half, SideState?> after)
    {
        if (IsAccepted(after(Half.Local), before(Half.Remote))) return Half.Local;
        return IsAccepted(before(Half.Local), after(Half.Remote)) ? Half.Remote : Half.Local;
    }

    private static bool IsAccepted(SideState? local, SideState? remote) => Serves(local, remote) && Serves(remote, local);

    /// <summary>A side that uses a gateway needs one that shares it, and cannot share itself.</summary>
    private static bool Serves(SideState? user, SideState? owner) =>
        user?.Settings.UseRemoteGateways != true
        || (owner?.Settings.AllowGatewayTransit == true && user.Settings.AllowGatewayTransit != true);
}
