namespace PeeringTools.Changes;

/// <summary>A given name is one Azure accepts and is free. A name of our own choosing always is.</summary>
/// <remarks>Azure: InvalidResourceName; up to 80 characters, a letter or digit first, a letter, digit or underscore last, dots and hyphens between.</remarks>
internal sealed class NameCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        foreach (ChangeStep step in context.Plan.Steps.Where(step => step.Kind == StepKind.CreatePeering))
        {
            string name = step.TargetId.Name;
            NetworkView network = context.Facts[step.Half];
            bool isOwn = string.Equals(context.Facts.Side(step.Half)?.Name, name, StringComparison.OrdinalIgnoreCase);
            if (!IsAccepted(name)) yield return Refused(step, PlanTexts.NameRefused);
            else if (!isOwn && PeeringNames.IsTaken(network, context.Estate, step.TargetId)) yield return Refused(step, PlanTexts.NameTaken);
        }
    }

    private static bool IsAccepted(string name) =>
        name.Length is > 0 and <= PeeringNames.MaximumLength
        && char.IsLetterOrDigit(name[0])
        && (char.IsLetterOrDigit(name[name.Length - 1]) || name[name.Length - 1] == '_')
        && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');

    private static PeeringError Refused(ChangeStep step, string words) => PeeringError.Of(
        nameof(Errors.InvalidInput), step.TargetId.Text, Wording.Fill(words, step.TargetId.Name, step.TargetId.VirtualNetworkName));
}
