using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Inventory;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Reads an inventory back into pairs.</summary>
/// <remarks>
/// <para>The pairs say where they come from: Source is Inventory, and AsOf is when they were read. They pipe into everything that takes
/// pairs; what writes reads the estate again first. As -Baseline of Repair-PeeringPair they bring back the settings of a lost
/// side.</para>
/// <para>A row that cannot be read is an error with its line, and the others come.</para>
/// </remarks>
/// <notes>
/// <para>An .html inventory is for people and cannot be read back. The evidence is no signature: who can change both files can make them fit.</para>
/// </notes>
/// <example>
/// <para>Read a file whose evidence fits, or nothing</para>
/// <code>
/// Export-PeeringInventory ./peerings.csv
/// Import-PeeringInventory ./peerings.csv -Verify
/// </code>
/// </example>
/// <example>
/// <para>Every inventory of a folder</para>
/// <code>
/// Export-PeeringInventory ./monday.json
/// Export-PeeringInventory ./tuesday.json
/// Get-ChildItem *y.json | Import-PeeringInventory | Group-Object AsOf
/// </code>
/// </example>
/// <seealso cref="ExportPeeringInventoryCommand"/>
/// <seealso cref="ComparePeeringInventoryCommand"/>
/// <seealso cref="RepairPeeringPairCommand"/>
/// <seealso href="docs/inventory.md"/>
[Cmdlet(VerbsData.Import, "PeeringInventory")]
[OutputType(typeof(PeeringPair))]
public sealed class ImportPeeringInventoryCommand : PeeringCommand
{
    /// <summary>A .csv or .json file that Export-PeeringInventory wrote, taken literally; also from Get-ChildItem, or its evidence object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [InventoryFile]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Refuses a file without evidence beside it that fits: digest, number of rows, coverage. Nothing comes before all is proven.</summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            try
            {
                this.Read(InventoryPath.Resolve(this, path));
            }
            catch (PeeringException refused)
            {
                // One file that is refused does not keep the others back, unless the caller builds on proof.
                if (Verify) this.ThrowTerminatingError(ErrorRecords.From(refused));
                this.WriteError(ErrorRecords.From(refused));
            }
        }
    }

    private void Read(string path)
    {
        InventoryFile file = InventoryFile.Open(path, Verify);
        if (file.Warning is not null) this.WriteWarning(ErrorRecords.Harmless(file.Warning));
        if (file.Evidence is null) this.WriteVerbose(string.Format(System.Globalization.CultureInfo.InvariantCulture, Messages.WithoutEvidence, path));
        IEnumerable<InventoryReading> rows = Verify ? [.. file.Rows()] : file.Rows();
        foreach (InventoryReading row in rows)
        {
            if (IsStopping) return;
            if (row.Pair is not null) this.WriteObject(row.Pair);
            else this.WriteError(ErrorRecords.From(row.Problem!));
        }
    }
}
