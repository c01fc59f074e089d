namespace PeeringTools.Lab.Tests.Support;

/// <summary>A test with a world of its own.</summary>
public abstract class LabTest : IDisposable
{
    private protected World World { get; } = new();

    public void Dispose()
    {
        World.Dispose();
        GC.SuppressFinalize(this);
    }
}
