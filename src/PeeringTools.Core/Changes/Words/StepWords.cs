namespace PeeringTools.Changes;

/// <summary>A step as people read it.</summary>
internal static class StepWords
{
    public static PeeringChangeStep Describe(ChangeStep step, int number) => new()
    {
        Number = number,
        Action = step.Kind.ToString(),
        Side = step.TargetId.VirtualNetworkName!,
        TargetId = step.TargetId.Text,
        Changes = [.. Changes(step)],
        Undo = Undo(step),
    };

    /// <summary>One step in a few words, for a sentence.</summary>
    public static string Short(ChangeStep step) => step.IsTag
        ? Wording.Fill(PlanTexts.ShortTag, step.Kind, step.TagName, step.TargetId.VirtualNetworkName)
        : Wording.Fill(PlanTexts.ShortPeering, step.Kind, step.TargetId.Name, step.TargetId.VirtualNetworkName);

    private static IEnumerable<string> Changes(ChangeStep step) => step.Kind switch
    {
        StepKind.MergeTag or StepKind.DeleteTag =>
            [$"{step.TagName}: {Shown(step.TagBefore)} -> {Shown(step.TagAfter)}"],
        StepKind.SyncPeering => [PlanTexts.ChangeSync],
        StepKind.DeletePeering => [PlanTexts.ChangeDelete],
        StepKind.UpdatePeering when step.Settings.IsEmpty() => [PlanTexts.ChangeRewrite],
        _ => step.Settings.Lines(step.Before?.Settings),
    };

    private static string Undo(ChangeStep step) => step.Kind switch
    {
        StepKind.CreatePeering => Wording.Fill(PlanTexts.UndoCreate, step.TargetId.Name),
        StepKind.UpdatePeering when step.Settings.IsEmpty() => PlanTexts.UndoNone,
        StepKind.UpdatePeering => Wording.Fill(
            PlanTexts.UndoUpdate, string.Join("; ", step.Settings.Restoring(step.Before!.Settings).Lines(null))),
        StepKind.MergeTag when step.TagBefore is null => Wording.Fill(PlanTexts.UndoNewTag, step.TagName),
        StepKind.MergeTag or StepKind.DeleteTag => Wording.Fill(PlanTexts.UndoTag, step.TagName, Shown(step.TagBefore)),
        _ => PlanTexts.UndoNone,
    };

    /// <summary>What a tag says, on one line: anybody who may tag a network can write into it.</summary>
    private static string Shown(string? tag) => SettingMember.Show(tag is null ? null : SafeText.ForMessage(tag));
}
