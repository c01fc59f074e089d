namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// Etags and resourceGuids are made by the server, so their values never agree. What must agree is where they are the
/// same and where they differ: every recorded value has exactly one of the Lab's and the other way round. This holds
/// the relations of ARM-FACTS 0.7 and 0.8: a child's etag is its parent's, a write on either side changes both
/// networks' etags, both halves of a pair share one resourceGuid, and a guid outlives every write.
/// </summary>
internal sealed class Correspondence
{
    private readonly Dictionary<string, (string Lab, int Entry)> _ofRecorded = [];
    private readonly Dictionary<string, (string Recorded, int Entry)> _ofLab = [];

    /// <summary>Null when the two values belong together, else what was expected and what was found.</summary>
    public (string Expected, string Actual)? Meet(string recorded, string lab, int entry)
    {
        (string Expected, string Actual)? broken = (Known(_ofRecorded, recorded), Known(_ofLab, lab)) switch
        {
            (null, null) => null,
            ({ } before, _) when before.Other == lab => null,
            ({ } before, null) => ($"the same as in #{before.Entry}", "a value not seen before"),
            ({ } before, { } other) => ($"the same as in #{before.Entry}", $"the value of #{other.Entry}"),
            (null, { } other) => ("a value not seen before", $"still the value of #{other.Entry}"),
        };

        // From here on the two belong together, so that one broken relation is reported once.
        _ofRecorded[recorded] = (lab, entry);
        _ofLab[lab] = (recorded, entry);
        return broken;
    }

    private static (string Other, int Entry)? Known(Dictionary<string, (string Other, int Entry)> values, string value) =>
        values.TryGetValue(value, out (string Other, int Entry) known) ? known : null;
}
