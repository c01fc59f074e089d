using System.Collections;
using System.Management.Automation;
using PeeringTools.Pipeline;

namespace PeeringTools.Binding;

/// <summary>
/// Lets a parameter take pairs that were away: in a job, in another session, in a file. PowerShell's own conversion gives
/// them up, because a DateTimeOffset comes back as a bag of its parts.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PairAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = Bare.Of(inputData);
        if (bare is IEnumerable items and not (string or IDictionary)) return items.Cast<object?>().Select(Read).ToArray();
        return Read(inputData);
    }

    /// <summary>What is no pair is left to PowerShell, which says so.</summary>
    private static object? Read(object? given)
    {
        // A report of health or policy stands for its pair.
        object? item = PairShape.Fits(given) ? given : PairShape.Inside(given);
        if (item is null) return given;
        try
        {
            return PairShape.Read(item);
        }
        catch (PSInvalidCastException damaged)
        {
            // Without the cause: over an invalid cast PowerShell would try the next parameter and blame that one.
            throw new ArgumentTransformationMetadataException(ErrorRecords.Harmless(damaged.Message));
        }
    }
}
