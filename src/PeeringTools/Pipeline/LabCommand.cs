using PeeringTools.Connections;
using PeeringTools.Ports;

namespace PeeringTools.Pipeline;

/// <summary>A cmdlet that works on the running lab itself, not on the estate as an Azure client would.</summary>
public abstract class LabCommand : PeeringCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ConnectionStore.Current.Lab is { } lab)
            this.Process(lab);
        else
            this.WriteError(ErrorRecords.From(PeeringError.Of(nameof(Errors.NoLab), null)));
    }

    internal abstract void Process(ILabSession lab);
}
