namespace PeeringTools.Inventory;

/// <summary>A row that cannot be read is named with its line and its column, and the others are read.</summary>
public sealed class MalformedTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Status", "Fine", "Status: 'Fine' is none of Unknown, Connected")]
    [InlineData("Status", "1", "Status: '1' is none of")]
    [InlineData("Status", "", "Status: it may not be blank")]
    [InlineData("Estate", "Lab", "Estate: 'Lab' is none of Azure, LAB")]
    [InlineData("SchemaVersion", "0", "SchemaVersion: it is of schema version 0")]
    [InlineData("SchemaVersion", "one", "SchemaVersion: 'one' is no whole number")]
    [InlineData("PairId", "0123456789ab", "PairId: '0123456789ab' is not that of the two networks")]
    [InlineData("ExpiresOn", "31.12.2026", "ExpiresOn: '31.12.2026' is no instant")]
    [InlineData("LocalAllowForwardedTraffic", "yes", "LocalAllowForwardedTraffic: 'yes' is neither true nor false")]
    [InlineData("LocalAllowForwardedTraffic", "", "LocalAllowForwardedTraffic: it may not be blank where the peering exists")]
    [InlineData("LocalExists", "false", "LocalName: it has a value, but the peering of this side does not exist")]
    [InlineData("RemoteName", "", "RemoteName: it may not be blank where the peering exists")]
    [InlineData("Owner", "50%", "Owner: the '%' at character 3")]
    [InlineData("LocalVirtualNetworkId", "/a", "PairId: ")]
    [InlineData("LocalVirtualNetworkId", "zzz", "the two networks are not in order of their ids")]
    [InlineData("Owner", "\"a\"b", "text follows a quoted cell")]
    [InlineData("Owner", "a\"b", "a quote stands inside a cell that is not quoted")]
    [InlineData("Owner", "\"a", "a quoted cell does not end")]
    [InlineData("Owner", "a,b", "it has 65 cells; 64 are expected")]
    public void Of_a_csv(string column, string cell, string problem)
    {
        string[] lines = Folder.Text("csv", Sample.Pair("a", "b"), Sample.Pair("c", "d"), Sample.Pair("e", "f")).Split('\n');
        string[] cells = lines[2].Split(',');
        cells[InventorySchema.IndexOf(column)] = cell;
        lines[2] = string.Join(',', cells);
        _folder.Put("a.csv", string.Join('\n', lines));

        PeeringError error = _folder.Problem("a.csv");

        Assert.Equal((nameof(Errors.InventoryRowMalformed), _folder["a.csv"]), (error.Id, error.TargetId));
        Assert.Contains("a.csv', line 3: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        if (!cell.StartsWith("\"a", StringComparison.Ordinal) || cell.Length > 2) Assert.Equal(3, _folder.Read("a.csv").Count);
    }

    [Theory]
    [InlineData("\"Status\":\"Connected\"", "\"Status\":\"Fine\"", "Status: 'Fine' is none of")]
    [InlineData("\"Status\":\"Connected\"", "\"Status\":null", "Status: it may not be blank")]
    [InlineData("\"Status\":\"Connected\"", "\"Status\":{\"a\":[1]}", "Status: a text is expected")]
    [InlineData("\"Status\":\"Connected\",", "", "the column 'Status' is missing")]
    [InlineData("\"Status\":\"Connected\",", "\"Status\":\"Connected\",\"Status\":\"Connected\",", "the column 'Status' comes twice")]
    [InlineData("\"Status\":\"Connected\",", "\"Status\":\"Connected\",\"Note\":{\"x\":[1,2]},", "'Note' is no column of schema version 1")]
    [InlineData("\"LocalExists\":true", "\"LocalExists\":\"true\"", "LocalExists: true or false is expected")]
    [InlineData("\"LocalRemoteAddressSpace\":[\"10.10.0.0/16\"]", "\"LocalRemoteAddressSpace\":\"10.10.0.0/16\"", "LocalRemoteAddressSpace: a list of texts is expected")]
    [InlineData("\"LocalRemoteAddressSpace\":[\"10.10.0.0/16\"]", "\"LocalRemoteAddressSpace\":[1]", "LocalRemoteAddressSpace: a text is expected")]
    [InlineData("\"LocalRemoteAddressSpace\":[\"10.10.0.0/16\"]", "\"LocalRemoteAddressSpace\":null", "LocalRemoteAddressSpace: a list of texts is expected")]
    [InlineData("\"SchemaVersion\":1", "\"SchemaVersion\":\"1\"", "SchemaVersion: a whole number is expected")]
    public void Of_a_json(string member, string instead, string problem)
    {
        string[] lines = Folder.Text("json", Sample.Pair("a", "b"), Sample.Pair("c", "d"), Sample.Pair("e", "f")).Split('\n');
        Assert.Contains(member, lines[2], StringComparison.Ordinal);
        lines[2] = lines[2].Replace(member, instead, StringComparison.Ordinal);
        _folder.Put("a.json", string.Join('\n', lines));

        Assert.Contains($"a.json', line 3: {problem}", _folder.Problem("a.json").Message, StringComparison.Ordinal);
        Assert.Equal(3, _folder.Read("a.json").Count);
    }

    [Fact]
    public void A_row_that_is_no_object_is_a_malformed_row()
    {
        _folder.Put("a.json", Folder.Text("json", Sample.Pair()).Replace("[\n{", "[\n[[1]],\n{", StringComparison.Ordinal));
        Assert.Contains("line 2: an object is expected", _folder.Problem("a.json").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void The_same_pair_in_two_rows_is_named_with_both_lines(string format)
    {
        string[] lines = Folder.Text(format, Sample.Pair("a", "b"), Sample.Pair("c", "d")).Split('\n');
        lines[2] = format == "json" ? lines[1].TrimEnd(',') : lines[1];
        _folder.Put("a." + format, string.Join('\n', lines));
        Assert.Contains("line 3: the pair stands in line 2 already", _folder.Problem("a." + format).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_quote_costs_one_row_and_no_more()
    {
        string[] lines = Folder.Text("csv", Sample.Pair("a", "b"), Sample.Pair("c", "d")).Split('\n');
        lines[1] += "\"\"x";
        _folder.Put("a.csv", string.Join('\n', lines));
        Assert.Equal([true, false], _folder.Read("a.csv").Select(row => row.Problem is not null));
    }

    [Theory]
    [InlineData("a.csv", "", "it has no header")]
    [InlineData("a.csv", "Name,Owner\n", "'Name' is no column of schema version 1")]
    [InlineData("a.csv", "PairId\n", "the column 'SchemaVersion' is missing")]
    [InlineData("a.csv", "PairId,PairId\n", "the column 'PairId' comes twice")]
    [InlineData("a.csv", "\"PairId", "a quoted cell does not end")]
    [InlineData("a.json", "", "")]
    [InlineData("a.json", "{}", "an array of rows is expected")]
    [InlineData("a.json", "[{\n\n!", "line 3: ")]
    [InlineData("a.json", "[] []", "line 1: ")]
    [InlineData("a.json", "[", "")]
    public void A_file_that_is_no_inventory_is_refused_as_a_whole(string name, string text, string why)
    {
        _folder.Put(name, text);
        PeeringError error = Assert.Throws<PeeringException>(() => _folder.Read(name)).Error;
        Assert.Equal(nameof(Errors.InventoryUnreadable), error.Id);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused_instead_of_guessed()
    {
        File.WriteAllBytes(_folder["a.csv"], [.. "PairId"u8, 0xE9]);
        Assert.Contains("UTF-8", Assert.Throws<PeeringException>(() => _folder.Read("a.csv")).Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.csv", "SchemaVersion,Colour\n2,blue\n")]
    [InlineData("a.json", "[{\"SchemaVersion\":2,\"Colour\":\"blue\"}]")]
    public void A_later_schema_version_is_said_before_anything_else_is_judged(string name, string text)
    {
        _folder.Put(name, text);
        PeeringError error = Assert.Throws<PeeringException>(() => _folder.Read(name)).Error;
        Assert.Equal(nameof(Errors.InventoryTooNew), error.Id);
        Assert.Contains("schema version 2; this module reads up to version 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.html", nameof(Errors.InvalidInput))]
    [InlineData("a.txt", nameof(Errors.InvalidInput))]
    [InlineData("a.csv", nameof(Errors.FileNotAccessible))]
    public void Other_files_are_refused(string name, string id) =>
        Assert.Equal(id, Assert.Throws<PeeringException>(() => _folder.Read(name)).Error.Id);
}
