using System.Globalization;

namespace PeeringTools.Bench.Measuring;

/// <summary>Prints what was measured, beside its limit where it has one. One value over its limit, or one claim that is false, fails the run.</summary>
internal sealed class Verdict
{
    private bool _failed;

    public int ExitCode => _failed ? 1 : 0;

    public static void Title(string text) => Console.WriteLine(text + ":");

    public static void Say(string what, string value) => Print(what, value, "");

    /// <summary>A value that may not be larger than its limit.</summary>
    public void AtMost(double limit, string what, double value, string format = "F2") => this.Judge(
        value <= limit,
        what,
        value.ToString(format, CultureInfo.InvariantCulture),
        "at most " + limit.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>A size in bytes that may not be larger than its limit.</summary>
    public void SizeAtMost(double limit, string what, double value) =>
        this.Judge(value <= limit, what, Numbers.Megabytes(value), "at most " + Numbers.Megabytes(limit));

    /// <summary>A claim that holds or does not.</summary>
    public void Must(bool holds, string what, string value) => this.Judge(holds, what, value, "must hold");

    private static void Print(string what, string value, string note) => Console.WriteLine($"  {what,-46}{value,14}   {note}".TrimEnd());

    private void Judge(bool holds, string what, string value, string demand)
    {
        _failed |= !holds;
        Print(what, value, holds ? $"({demand})" : $"({demand}) MISSED");
    }
}
