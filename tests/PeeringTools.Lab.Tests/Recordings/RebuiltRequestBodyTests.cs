using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

public sealed class RebuiltRequestBodyTests
{
    [Fact]
    public void A_peering_is_written_without_what_only_the_server_knows() => Assert.Equal(
        """{"properties":{"remoteVirtualNetwork":{"id":"/b"},"allowForwardedTraffic":true}}""",
        Rebuilt("PUT", """
            {
              "name": "to-b", "id": "/a/to-b", "etag": "e",
              "properties": {
                "provisioningState": "Updating", "peeringState": "Initiated", "remoteVirtualNetwork": { "id": "/b" },
                "allowForwardedTraffic": true, "remoteAddressSpace": { "addressPrefixes": [ "10.0.0.0/16" ] }
              }
            }
            """));

    [Fact]
    public void A_network_keeps_its_subnets_names_and_prefixes_but_not_its_peerings() => Assert.Equal(
        """{"location":"west","properties":{"addressSpace":{"addressPrefixes":[]},"subnets":[{"name":"s","properties":{"addressPrefix":"p"}}]}}""",
        Rebuilt("PUT", """
            {
              "id": "/a", "location": "west",
              "properties": {
                "resourceGuid": "g", "addressSpace": { "addressPrefixes": [] }, "virtualNetworkPeerings": [ {} ],
                "subnets": [ { "name": "s", "id": "/a/s", "properties": { "provisioningState": "Updating", "addressPrefix": "p" } } ]
              }
            }
            """));

    [Fact]
    public void A_patch_carries_the_tags_and_a_read_nothing()
    {
        Assert.Equal("""{"tags":{"a":"b"}}""", Rebuilt("PATCH", """{ "location": "west", "tags": { "a": "b" } }"""));
        Assert.Null(Rebuilt("GET", """{ "tags": {} }"""));
    }

    private static string? Rebuilt(string method, string answered) =>
        RebuiltRequestBody.Of(method, JsonNode.Parse(answered))?.ToJsonString();
}
