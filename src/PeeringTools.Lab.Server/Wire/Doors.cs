using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PeeringTools.Lab.Server.Control;
using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server.Wire;

/// <summary>Which door a request came to, and what serves it.</summary>
internal sealed class Doors
{
    private readonly LabServer _server;
    private readonly RequestLog _log;
    private readonly ArmEndpoint _arm;
    private readonly AuthorityEndpoint _authority;
    private readonly ManagedIdentityEndpoint _managedIdentity;
    private readonly ControlEndpoint _control;

    public Doors(LabServer server, RequestLog log)
    {
        (_server, _log) = (server, log);
        UserSignIns users = new(server);
        _arm = new ArmEndpoint(server);
        _authority = new AuthorityEndpoint(server, new TokenEndpoint(server, users, server.SignIns), users);
        _managedIdentity = new ManagedIdentityEndpoint(server, server.SignIns);
        _control = new ControlEndpoint(server, users);
    }

    public async Task ServeAsync(HttpContext context)
    {
        string door = this.DoorOf(context);
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        long started = Stopwatch.GetTimestamp();
        try
        {
            await (door switch
            {
                "arm" => _arm.ServeAsync(context, target),
                "login" => _authority.ServeAsync(context),
                "msi" => _managedIdentity.ServeAsync(context),
                "control" => _control.ServeAsync(context),
                _ => JsonAnswer.RefuseAsync(context, 404, "NotFound", "There is nothing at this address."),
            });
            _log.Request(door, context.Request.Method, target, context.Response.StatusCode, Stopwatch.GetElapsedTime(started));
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested || e is OperationCanceledException)
        {
            _log.Request(door, context.Request.Method, target, 0, Stopwatch.GetElapsedTime(started));
        }
        catch (Exception e) when (e is not BadHttpRequestException)
        {
            _log.Problem(door, context.Request.Method, target, e);
            if (context.Response.HasStarted) context.Abort();
            else await JsonAnswer.RefuseAsync(context, 500, "InternalServerError", "The lab server failed; its log says why.");
        }
    }

    private string DoorOf(HttpContext context)
    {
        // A page of another site whose name was made to point at this machine has no business here.
        if (context.Request.Host.Host is not ("127.0.0.1" or "localhost")) return "";
        int port = context.Connection.LocalPort;
        return port == _server.Endpoint.Port ? "arm"
            : port == _server.Authority.Port ? "login"
            : context.Request.Path.StartsWithSegments("/msi/token") ? "msi"
            : context.Request.Path.StartsWithSegments("/control") ? "control"
            : "";
    }
}
