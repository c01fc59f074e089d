using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using PeeringTools.Changes;

namespace PeeringTools.Pipeline;

/// <summary>Asks about a plan, in the plan's own words. Only ever on the pipeline thread.</summary>
internal sealed class Confirmation(PSCmdlet cmdlet, bool force)
{
    /// <summary>True when the plan may be carried out.</summary>
    /// <exception cref="PeeringException">ConfirmationUnavailable: a question is due and nobody can answer it.</exception>
    public bool Ask(ChangePlan plan)
    {
        // -Force skips the question; a -WhatIf or a -Confirm that was given still counts.
        if (force && !this.IsWhatIf && !this.IsGiven("Confirm")) return true;
        string words = plan.ToOutput().Describe();
        try
        {
            return cmdlet.ShouldProcess(words, words + System.Environment.NewLine + Messages.ConfirmQuestion, string.Format(CultureInfo.InvariantCulture, Messages.ConfirmCaption, plan.Request.Kind));
        }
        catch (Exception nobody) when (nobody is HostException or NotImplementedException or PSInvalidOperationException or PSNotSupportedException or RemoteException)
        {
            throw new PeeringException(PeeringError.Of(nameof(Errors.ConfirmationUnavailable), plan.Request.LocalId.Text), nobody);
        }
    }

    private bool IsWhatIf => this.IsGiven("WhatIf") || LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"));

    private bool IsGiven(string name) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(name, out object? value) && value is SwitchParameter { IsPresent: true };
}
