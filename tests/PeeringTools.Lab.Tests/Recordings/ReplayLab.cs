using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>A lab of its own for one replay, and a caller who may do everything there.</summary>
internal sealed class ReplayLab : IDisposable
{
    private static readonly Uri Endpoint = new("https://management.azure.com");

    private readonly ArmLab _lab;
    private readonly HttpMessageInvoker _invoker;

    public ReplayLab(TimeProvider time)
    {
        _lab = new ArmLab(new LabOptions
        {
            TimeProvider = time,
            Pace = LabPace.Recorded,
            RequireAuthentication = false,
            AdmitAnySubscription = true,
        });
        _ = _lab.AddPrincipal(Guid.NewGuid().ToString(), "recorded client").Grant("/", LabRole.Owner);
        _invoker = new HttpMessageInvoker(_lab.CreateHandler());
    }

    /// <summary>Puts resources into the estate, beside the wire.</summary>
    public void Load(params IEnumerable<JsonNode> resources)
    {
        JsonArray all = [.. resources.Select(resource => resource.DeepClone())];
        using MemoryStream json = new(Encoding.UTF8.GetBytes(all.ToJsonString()));
        _lab.LoadResources(json);
    }

    public async Task<Answer> SendAsync(string method, string pathAndQuery, JsonNode? body, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(Endpoint, pathAndQuery));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using HttpResponseMessage response = await _invoker.SendAsync(request, cancel);
        return await Answer.ReadAsync(response, cancel);
    }

    /// <summary>Lets whatever is under way come to its end.</summary>
    public void Settle() => _lab.AdvanceClock(TimeSpan.FromMinutes(1));

    /// <summary>What waits at the Location of an accepted computation, once its time is over.</summary>
    public Task<Answer> ResultAsync(Answer accepted, CancellationToken cancel)
    {
        Settle();
        return SendAsync("GET", new Uri(accepted.Header("Location")!).PathAndQuery, null, cancel);
    }

    public void Dispose() => _invoker.Dispose();
}
