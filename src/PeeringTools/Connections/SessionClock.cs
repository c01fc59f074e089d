namespace PeeringTools.Connections;

/// <summary>The time of this session: the lab's while one is connected, else the machine's. Asks for no connection.</summary>
internal static class SessionClock
{
    public static TimeProvider Current => ConnectionStore.Current.Connection?.Clock ?? TimeProvider.System;
}
