using System.Globalization;
using System.Text;
using PeeringTools.Lab.Access;
using PeeringTools.Lab.Graph;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Resource Graph: queries over networks and subscriptions, in pages. What it shows is the estate itself, without a delay.</summary>
internal sealed class GraphService
{
    private static readonly string[] Versions = ["2021-03-01", "2022-10-01", "2024-04-01"];
    private static readonly ApiVersion Shape = ApiVersion.TryParse("2024-05-01", out ApiVersion version) ? version : default;

    private readonly LabEngine _engine;
    private readonly QueryQuota _quota = new();

    public GraphService(LabEngine engine) => _engine = engine;

    public static bool Serves(ArmRequest request) => request.Path.IsType("Microsoft.ResourceGraph", "resources");

    public ArmAnswer Serve(ArmRequest request)
    {
        if (request.Method != "POST" || !request.Path.IsCollection || request.Path.Subscription is not null)
        {
            throw FrontEndErrors.MethodNotAllowed(request.Method, "Microsoft.ResourceGraph/resources");
        }

        if (!Versions.Contains(request.ApiVersion.Text))
        {
            throw FrontEndErrors.NoRegisteredProvider(request.ApiVersion.Text, "resources", Versions);
        }

        bool granted = _quota.Take(request.Caller.Id, _engine.Now);
        ArmAnswer answer;
        try
        {
            answer = granted || !_engine.Options.EnforceRateLimits ? Answer(request) : throw GraphErrors.Throttled();
        }
        catch (ArmException refused)
        {
            answer = refused.Error.ToAnswer();
        }

        answer.Headers.AddRange(_quota.Headers(request.Caller.Id, _engine.Now));
        return answer;
    }

    private static bool Holds(GraphRow row, GraphQuery query) => query.Conditions.TrueForAll(c =>
        string.Equals(row.Text(c.Column), c.Value, c.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    /// <summary>How many rows were shown, and the id of the last: so a query goes on rightly while networks come and go.</summary>
    private static (int Shown, string LastId) Position(string? token)
    {
        if (token is null)
        {
            return (0, "");
        }

        try
        {
            string[] parts = Encoding.UTF8.GetString(Convert.FromBase64String(token)).Split(['|'], 2);
            return (int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture), parts[1]);
        }
        catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw GraphErrors.InvalidOption("the skip token is invalid");
        }
    }

    private ArmAnswer Answer(ArmRequest request)
    {
        GraphRequest asked = GraphRequest.Parse(request.Body);
        GraphQuery query = asked.Query;
        List<GraphRow> all = [.. Rows(asked, request).Where(row => Holds(row, query))];
        all.Sort((a, b) => string.Compare(a.Id, b.Id, StringComparison.OrdinalIgnoreCase) * (query.Ascending == false ? -1 : 1));
        List<GraphRow> rows = [.. all.Skip(asked.Skip)];
        (int shown, string last) = Position(query.CanContinue ? asked.SkipToken : null);
        int total = Math.Min(all.Count, query.Limit ?? int.MaxValue);
        List<GraphRow> open = [.. rows.Where(row => shown == 0 || string.Compare(row.Id, last, StringComparison.OrdinalIgnoreCase) > 0)];
        int rest = Math.Min(open.Count, (query.Limit ?? int.MaxValue) - shown);
        int size = Math.Min(rest, Math.Min(asked.Top, _engine.Options.PageSize));
        bool cut = request.Fault?.Effect == LabFaultEffect.TruncateResult || (size < rest && !query.CanContinue);
        List<GraphRow> page = open.GetRange(0, request.Fault?.Effect == LabFaultEffect.TruncateResult ? size / 2 : size);
        return Write(page, total, cut, cut || size == rest ? null : $"{shown + size}|{page[size - 1].Id}", query.Columns);
    }

    private IEnumerable<GraphRow> Rows(GraphRequest asked, ArmRequest request)
    {
        IReadOnlyList<Subscription> scope = GraphScopes.Of(asked, request, _engine.Estate);
        return asked.Query.Type == GraphQuery.Subscriptions
            ? scope.Select(GraphRow.Of)
            : scope.SelectMany(s => s.Networks).Where(n => Rights.May(request.Caller, "Microsoft.Network/virtualNetworks/read", n.Id)).Select(GraphRow.Of);
    }

    private ArmAnswer Write(List<GraphRow> page, int total, bool cut, string? position, List<GraphColumn>? columns)
    {
        ArmAnswer answer = ArmAnswer.Json(200, w =>
        {
            w.WriteStartObject();
            w.WriteNumber("totalRecords", total);
            w.WriteNumber("count", page.Count);
            w.WriteStartArray("data");
            foreach (GraphRow row in page)
            {
                row.Write(w, _engine.Estate, Shape, columns);
            }

            w.WriteEndArray();
            w.WriteStartArray("facets");
            w.WriteEndArray();
            w.WriteString("resultTruncated", cut ? "true" : "false");
            if (position is not null)
            {
                w.WriteString("$skipToken", Convert.ToBase64String(Encoding.UTF8.GetBytes(position)));
            }

            w.WriteEndObject();
        });
        answer.FromProvider = true;
        return answer;
    }
}
