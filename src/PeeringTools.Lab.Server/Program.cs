using System.Runtime.InteropServices;
using PeeringTools.Lab;
using PeeringTools.Lab.Server;

ServerOptions? options;
try
{
    options = CommandLine.Parse(args);
}
catch (FormatException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}

if (options is null)
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

using CancellationTokenSource stop = new();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using LabServer server = await LabServer.StartAsync(options, Console.Error);
    Console.WriteLine(ReadyLine.Of(server));
    if (options.UntilInputEnds)
    {
        Thread watch = new(() =>
        {
            while (Console.In.Read() >= 0) ;
            stop.Cancel();
        })
        { IsBackground = true };
        watch.Start();
    }

    await server.WaitForStopAsync(stop.Token);
    return 0;
}
catch (Exception problem) when (problem is LabEstateException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
