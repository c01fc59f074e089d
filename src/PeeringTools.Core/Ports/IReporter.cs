namespace PeeringTools.Ports;

/// <summary>Where work says what it does. Called from any thread; the edge brings it to the pipeline's own.</summary>
internal interface IReporter
{
    void Verbose(string text);

    void Warning(string text);

    /// <summary>A problem with one item that does not end the run.</summary>
    void Error(PeeringError error);

    void Progress(WorkProgress progress);
}
