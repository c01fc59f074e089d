using System.Security.Cryptography;
using PeeringTools.Files;

namespace PeeringTools.Inventory;

/// <summary>Both files or none, and data that was touched is not believed.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_evidence_ties_itself_to_the_bytes_of_the_data()
    {
        PeeringInventoryEvidence evidence = _folder.Export("a.csv", [Sample.Pair(), Sample.Pair("c", "d")]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder["a.csv"]))), evidence.Sha256);
        Assert.Equal((2, "Azure", 1, "0.1.0"), (evidence.Rows, evidence.Estate, evidence.SchemaVersion, evidence.ModuleVersion));
        Assert.Equal((Sample.Read.UtcDateTime, Sample.Read.UtcDateTime, "InputObject", null), (evidence.ReadFrom, evidence.ReadTo, evidence.Scope, evidence.CoverageComplete));
        Assert.Equal(["a.csv", "a.csv.evidence.json"], _folder.Names);
        InventoryFile file = InventoryFile.Open(_folder["a.csv"], verify: true);
        Assert.Equal((evidence.Sha256, evidence.ExportedOn), (file.Evidence!.Sha256, file.Evidence.ExportedOn));
        Assert.Contains("nothing about what was left out", file.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_was_touched_is_refused_with_Verify_and_warned_about_without()
    {
        _folder.Export("a.csv", [Sample.Pair()]);
        File.WriteAllText(_folder["a.csv"], File.ReadAllText(_folder["a.csv"]).Replace("CHG-1", "CHG-2", StringComparison.Ordinal));
        PeeringError error = Assert.Throws<PeeringException>(() => _folder.Read("a.csv", verify: true)).Error;
        Assert.Equal(nameof(Errors.EvidenceMismatch), error.Id);
        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);

        InventoryFile file = InventoryFile.Open(_folder["a.csv"], verify: false);
        Assert.Contains("is not believed", file.Warning, StringComparison.Ordinal);
        Assert.Equal(default, Assert.Single(file.Rows()).Pair!.AsOf);
    }

    [Theory]
    [InlineData("\"rows\": 1", "\"rows\": 2", "the data has 1 rows, the evidence says 2")]
    [InlineData("\"coverageComplete\": null", "\"coverageComplete\": false", "coverage was not complete")]
    [InlineData("\"rows\": 1", "\"rows\": \"x\"", "cannot be read")]
    [InlineData("{", "", "cannot be read")]
    public void Evidence_that_was_touched_is_refused(string text, string instead, string why)
    {
        _folder.Export("a.csv", [Sample.Pair()]);
        string path = _folder["a.csv.evidence.json"];
        Assert.Contains(text, File.ReadAllText(path), StringComparison.Ordinal);
        File.WriteAllText(path, File.ReadAllText(path).Replace(text, instead, StringComparison.Ordinal));
        PeeringError error = Assert.Throws<PeeringException>(() => _folder.Read("a.csv", verify: true)).Error;
        Assert.Equal(nameof(Errors.EvidenceMismatch), error.Id);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_evidence_Verify_fails_and_plain_reading_does_not()
    {
        _folder.Put("a.csv", Folder.Text("csv", Sample.Pair()));
        Assert.Single(_folder.Read("a.csv"));
        Assert.Equal(nameof(Errors.EvidenceMissing), Assert.Throws<PeeringException>(() => _folder.Read("a.csv", verify: true)).Error.Id);
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.csv.evidence.json")]
    public void A_file_that_exists_is_kept_unless_it_may_be_replaced(string existing)
    {
        _folder.Put(existing, "mine");
        PeeringError error = Assert.Throws<PeeringException>(() => _folder.Export("a.csv", [Sample.Pair()])).Error;
        Assert.Equal((nameof(Errors.FileExists), _folder[existing]), (error.Id, error.TargetId));
        Assert.Equal("mine", File.ReadAllText(_folder[existing]));
        Assert.Single(_folder.Names);

        _folder.Export("a.csv", [Sample.Pair()], replace: true);
        Assert.Single(_folder.Read("a.csv", verify: true));
        Assert.Equal(2, _folder.Names.Count());
    }

    [Fact]
    public void A_fault_while_the_data_is_written_leaves_what_was_there()
    {
        _folder.Export("a.csv", [Sample.Pair()]);
        byte[] before = File.ReadAllBytes(_folder["a.csv"]);
        using StagedFile staged = new(_folder["a.csv"]);
        Assert.Throws<IOException>(() => staged.Fill(stream =>
        {
            stream.Write(new byte[100_000]);
            throw new IOException("disk full");
        }));
        Assert.Equal(before, File.ReadAllBytes(_folder["a.csv"]));
        staged.Dispose();
        Assert.Equal(["a.csv", "a.csv.evidence.json"], _folder.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fault_between_the_two_files_takes_the_first_back(bool hadOne)
    {
        if (hadOne) _folder.Put("a.csv", "before");
        // A folder is in the evidence's place: nothing can be renamed onto it.
        Directory.CreateDirectory(_folder["a.csv.evidence.json"]);
        PeeringError error = Assert.Throws<PeeringException>(() => _folder.Export("a.csv", [Sample.Pair()], replace: true)).Error;
        Assert.Equal(nameof(Errors.FileNotAccessible), error.Id);
        Assert.Equal(hadOne, File.Exists(_folder["a.csv"]));
        if (hadOne) Assert.Equal("before", File.ReadAllText(_folder["a.csv"]));
        Assert.Equal(hadOne ? 2 : 1, _folder.Names.Count());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_before_anything_is_read() =>
        Assert.Equal(nameof(Errors.FileNotAccessible), Assert.Throws<PeeringException>(() => InventoryWriter.RequireRoom(_folder["no/a.csv"], replace: true)).Error.Id);

    [Fact]
    public void The_same_estate_exported_twice_has_the_same_digest()
    {
        PeeringPair[] estate = [Sample.Pair(), Sample.Pair("c", "d")];
        Assert.Equal(_folder.Export("a.json", estate).Sha256, _folder.Export("b.json", estate.Reverse()).Sha256);
    }
}
