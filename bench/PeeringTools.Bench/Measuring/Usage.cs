using System.Diagnostics;

namespace PeeringTools.Bench.Measuring;

/// <summary>What this process has used so far.</summary>
/// <param name="At">The moment.</param>
/// <param name="Time">A reading of the monotonic clock.</param>
/// <param name="CpuMs">Processor time of all its threads in milliseconds.</param>
internal readonly record struct Usage(DateTimeOffset At, long Time, double CpuMs)
{
    public static Usage Now()
    {
        using Process self = Process.GetCurrentProcess();
        return new Usage(DateTimeOffset.UtcNow, Stopwatch.GetTimestamp(), self.TotalProcessorTime.TotalMilliseconds);
    }

    /// <summary>The most memory the process ever had, code and all, in bytes.</summary>
    public static long PeakMemory()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    public double WallMsSince(Usage before) => Stopwatch.GetElapsedTime(before.Time, Time).TotalMilliseconds;

    public double CpuMsSince(Usage before) => CpuMs - before.CpuMs;
}
