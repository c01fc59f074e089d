namespace PeeringTools.Changes;

public class NetworkGateTests
{
    private static readonly ResourceId A = Id("a");
    private static readonly ResourceId B = Id("b");
    private static readonly ResourceId C = Id("c");
    private static readonly ResourceId D = Id("d");

    private readonly NetworkGate _gate = new();

    [Fact]
    public void Whoever_shares_a_network_waits_and_the_others_go()
    {
        GateTicket first = _gate.Enter(A, B);
        GateTicket second = _gate.Enter(Id("B"), C);
        GateTicket apart = _gate.Enter(D, Id("e"));
        Assert.True(first.Granted.IsCompleted && apart.Granted.IsCompleted);
        Assert.False(second.Granted.IsCompleted);
        first.Dispose();
        Assert.True(second.Granted.IsCompleted);
    }

    [Fact]
    public void Nobody_is_overtaken()
    {
        GateTicket first = _gate.Enter(A, B);
        GateTicket second = _gate.Enter(B, C);
        GateTicket third = _gate.Enter(C, D);
        Assert.False(third.Granted.IsCompleted);
        first.Dispose();
        Assert.True(second.Granted.IsCompleted);
        Assert.False(third.Granted.IsCompleted);
        second.Dispose();
        Assert.True(third.Granted.IsCompleted);
    }

    [Fact]
    public void A_ticket_given_up_in_the_middle_holds_nobody_back()
    {
        GateTicket first = _gate.Enter(A, B);
        GateTicket second = _gate.Enter(B, C);
        GateTicket third = _gate.Enter(C, D);
        second.Dispose();
        Assert.True(third.Granted.IsCompleted);
        Assert.False(_gate.Enter(A, C).Granted.IsCompleted);
        first.Dispose();
    }

    [Fact]
    public void A_ring_of_couples_never_locks_itself_out()
    {
        List<GateTicket> waiting = [_gate.Enter(A, B), _gate.Enter(B, C), _gate.Enter(C, A), _gate.Enter(B, A), _gate.Enter(C, B)];
        for (int i = 0; waiting.Count > 0; i++)
        {
            Assert.InRange(i, 0, 4);
            GateTicket running = Assert.Single(waiting, ticket => ticket.Granted.IsCompleted);
            _ = waiting.Remove(running);
            running.Dispose();
        }
    }

    [Fact]
    public async Task Many_threads_never_hold_one_network_at_a_time()
    {
        ResourceId[] networks = [A, B, C, D, Id("e")];
        int[] holders = new int[networks.Length];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(async () =>
        {
            Random random = new(seed);
            for (int i = 0; i < 200; i++)
            {
                int one = random.Next(networks.Length);
                int other = (one + 1 + random.Next(networks.Length - 1)) % networks.Length;
                using GateTicket ticket = _gate.Enter(networks[one], networks[other]);
                await ticket.Granted;
                Assert.Equal(1, Interlocked.Increment(ref holders[one]));
                Assert.Equal(1, Interlocked.Increment(ref holders[other]));
                await Task.Yield();
                _ = Interlocked.Decrement(ref holders[one]);
                _ = Interlocked.Decrement(ref holders[other]);
            }
        })));
    }

    private static ResourceId Id(string name) =>
        ResourceId.ForVirtualNetwork("00000000-0000-0000-0000-000000000001", "rg", name);
}
