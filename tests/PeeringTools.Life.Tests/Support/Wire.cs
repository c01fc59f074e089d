namespace PeeringTools.Life.Tests.Support;

/// <summary>The line between the pipeline and the lab: counts what is sent, keeps it, and lets a test act in between.</summary>
internal sealed class Wire(ArmLab lab) : DelegatingHandler(lab.CreateHandler())
{
    private readonly object _lock = new();
    private readonly List<WireCall> _calls = [];

    /// <summary>Everything that was sent, oldest first.</summary>
    public IReadOnlyList<WireCall> Calls
    {
        get
        {
            lock (_lock) return [.. _calls];
        }
    }

    public IReadOnlyList<WireCall> Writes => [.. this.Calls.Where(call => call.Method != "GET")];

    /// <summary>Before a request reaches the lab. The number counts from 0 since <see cref="Clear"/>.</summary>
    public Action<WireCall>? Leaving { get; set; }

    /// <summary>After the lab has carried it out and before its answer is seen.</summary>
    public Action<WireCall>? Answered { get; set; }

    public void Clear()
    {
        lock (_lock) _calls.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None);
        WireCall call;
        lock (_lock)
        {
            call = new WireCall(_calls.Count, request.Method.Method, request.RequestUri!.PathAndQuery, body);
            _calls.Add(call);
        }

        Leaving?.Invoke(call);
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        call.Status = (int)answer.StatusCode;
        Answered?.Invoke(call);
        cancellationToken.ThrowIfCancellationRequested();
        return answer;
    }
}

/// <summary>One request as it left.</summary>
internal sealed record WireCall(int Number, string Method, string PathAndQuery, string Body)
{
    /// <summary>0 while there is no answer.</summary>
    public int Status { get; set; }

    public string Path => Uri.UnescapeDataString(PathAndQuery.Split('?')[0]);

    public override string ToString() => $"#{Number} {Method} {PathAndQuery} -> {Status}";
}
