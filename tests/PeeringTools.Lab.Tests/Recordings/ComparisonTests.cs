using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>The comparison itself must see what it is there to see.</summary>
public sealed class ComparisonTests
{
    private readonly Comparison _comparison = new("a recording");
    private int _entry;

    [Fact]
    public void Another_status_and_a_missing_header_are_seen()
    {
        Compare(Answered(202, """{}""", ("Location", "https://a.test/1")), Answered(200, """{}"""));

        Assert.Equal(["header Location: Azure present, Lab absent", "status: Azure 202, Lab 200"], Found());
    }

    [Fact]
    public void A_member_is_seen_when_it_differs_is_missing_or_is_too_much()
    {
        Compare(
            Answered(200, """{ "properties": { "peeringState": "Connected", "useRemoteGateways": false } }"""),
            Answered(200, """{ "properties": { "peeringState": "Initiated", "peeringSyncLevel": "FullyInSync" } }"""));

        Assert.Equal(
            [
                "body.properties.peeringState: Azure Connected, Lab Initiated",
                "body.properties.peeringSyncLevel: Azure absent, Lab FullyInSync",
                "body.properties.useRemoteGateways: Azure false, Lab absent",
            ],
            Found());
    }

    [Fact]
    public void The_order_of_a_list_is_not_compared_but_its_elements_are()
    {
        Compare(
            Answered(200, """{ "value": [ { "name": "b" }, { "name": "a", "location": "x" } ] }"""),
            Answered(200, """{ "value": [ { "name": "a", "location": "y" }, { "name": "b" } ] }"""));

        Assert.Equal(["body.value[a].location: Azure x, Lab y"], Found());
    }

    [Fact]
    public void Etags_may_have_other_values_but_must_be_equal_and_differ_at_the_same_places()
    {
        Compare(Etag("recorded-1"), Etag("lab-1"));
        Compare(Etag("recorded-1"), Etag("lab-1"));
        Assert.Empty(Found());

        Compare(Etag("recorded-2"), Etag("lab-1"));
        Assert.Equal(["body.etag: Azure a value not seen before, Lab still the value of #1"], Found());
    }

    [Fact]
    public void A_guid_that_changes_where_azures_did_not_is_seen_once()
    {
        Compare(Guid("recorded"), Guid("lab-1"));
        Compare(Guid("recorded"), Guid("lab-2"));
        Compare(Guid("recorded"), Guid("lab-2"));

        Assert.Equal(["body.resourceGuid: Azure the same as in #0, Lab a value not seen before"], Found());
    }

    private void Compare(Answer recorded, Answer lab) =>
        _comparison.Compare(new RecordedCall(_entry++, "GET", "/x", null, recorded), lab);

    private IEnumerable<string> Found() =>
        _comparison.Differences.Select(found => found.ToString().Trim()).Order(StringComparer.Ordinal);

    private static Answer Etag(string value) => Answered(200, $$"""{ "etag": "{{value}}" }""");

    private static Answer Guid(string value) => Answered(200, $$"""{ "resourceGuid": "{{value}}" }""");

    private static Answer Answered(int status, string body, params (string Name, string Value)[] headers) =>
        new(status, headers.Select(header => KeyValuePair.Create(header.Name, header.Value)), JsonNode.Parse(body));
}
