using System.Globalization;

namespace PeeringTools.Lab.Wire;

/// <summary>An api-version and what it shows; members came over the years.</summary>
internal readonly struct ApiVersion
{
    private readonly int _date;

    private ApiVersion(string text, int date)
    {
        Text = text;
        _date = date;
    }

    /// <summary>The versions Microsoft.Network registered.</summary>
    public static readonly string[] Network =
    [
        "2015-06-15", "2016-03-30", "2016-06-01", "2016-09-01", "2016-12-01", "2017-03-01", "2017-06-01", "2017-08-01", "2017-09-01", "2017-10-01",
        "2017-11-01", "2018-01-01", "2018-02-01", "2018-04-01", "2018-06-01", "2018-07-01", "2018-08-01", "2018-10-01", "2018-11-01", "2018-12-01",
        "2019-02-01", "2019-04-01", "2019-06-01", "2019-07-01", "2019-08-01", "2019-09-01", "2019-11-01", "2019-12-01", "2020-03-01", "2020-04-01",
        "2020-05-01", "2020-06-01", "2020-07-01", "2020-08-01", "2020-11-01", "2021-02-01", "2021-03-01", "2021-05-01", "2021-08-01", "2022-01-01",
        "2022-05-01", "2022-07-01", "2022-09-01", "2022-11-01", "2023-02-01", "2023-04-01", "2023-05-01", "2023-06-01", "2023-09-01", "2023-11-01",
        "2024-01-01", "2024-03-01", "2024-05-01", "2024-07-01", "2024-10-01", "2025-01-01", "2025-03-01", "2025-05-01", "2025-07-01", "2025-09-01",
    ];

    public string Text { get; }

    public bool HasResourceGuid => _date >= 20190901;

    public bool HasRoutePropagation => _date >= 20181201;

    public bool HasPolicies => _date >= 20190401;

    /// <summary>The default of privateEndpointNetworkPolicies turned round.</summary>
    public bool PoliciesDisabled => _date >= 20220701;

    public bool HasSync => _date >= 20210201;

    public bool HasPeerComplete => _date >= 20210301;

    public bool HasLocalSpaces => _date >= 20240101;

    public bool HasVmProtection => _date < 20210201;

    public bool HasNotification => _date >= 20220101;

    /// <summary>One number for everything that changes a body.</summary>
    public int Shape => (HasResourceGuid ? 1 : 0) | (HasPolicies ? 2 : 0) | (PoliciesDisabled ? 4 : 0) | (HasSync ? 8 : 0)
        | (HasPeerComplete ? 16 : 0) | (HasLocalSpaces ? 32 : 0) | (HasVmProtection ? 64 : 0);

    public static bool TryParse(string? text, out ApiVersion version)
    {
        version = default;
        if (text is null || text.Length < 10
            || !DateTime.TryParseExact(text.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            || (text.Length > 10 && text[10] != '-'))
        {
            return false;
        }

        version = new ApiVersion(text, (date.Year * 10000) + (date.Month * 100) + date.Day);
        return true;
    }
}
