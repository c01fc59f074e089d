using System.Globalization;
using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Connections;
using PeeringTools.Inventory;

namespace PeeringTools.Pipeline;

/// <summary>Takes an inventory in the forms scripts have it: paths, files, evidence objects, or pairs, also from a job.</summary>
internal sealed class InventoryInput(PSCmdlet cmdlet, PipelineWorker worker, bool verify)
{
    /// <summary>One inventory out of what was given. Several files are one inventory; no object at all is an empty one.</summary>
    /// <exception cref="PeeringException">InvalidInput for anything else, and what reading a file may throw.</exception>
    public async Task<InventoryContent> ReadAsync(IReadOnlyList<object> given)
    {
        List<InventoryContent> files = [];
        List<PeeringPair> pairs = [];
        foreach (object item in given)
        {
            // Paths and conversions are PowerShell's, whose own thread they belong to.
            (string? path, PeeringPair? pair) = await worker.AskAsync(() => this.Take(item)).ConfigureAwait(false);
            if (pair is not null) pairs.Add(pair);
            else files.Add(InventoryContent.OfFile(path!, verify, SessionClock.Current, worker.Warning));
        }

        if (files.Count == 0) return InventoryContent.OfPairs(pairs, SessionClock.Current);
        if (files.Count == 1 && pairs.Count == 0) return files[0];
        pairs.AddRange(files.SelectMany(file => file.Pairs));
        return new InventoryContent(pairs, files.Max(file => file.AsOf), null);
    }

    private (string? Path, PeeringPair? Pair) Take(object item)
    {
        if (InventoryFileAttribute.PathOf(item) is { } path) return (InventoryPath.Resolve(cmdlet, path), null);
        if (PairShape.Fits(item)) return (null, PairShape.Read(item));
        throw PeeringException.Of(nameof(Errors.InvalidInput), null, string.Format(CultureInfo.InvariantCulture, Messages.NotAnInventory, item?.GetType().Name));
    }
}
