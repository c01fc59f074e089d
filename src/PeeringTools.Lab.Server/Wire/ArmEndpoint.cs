using Microsoft.AspNetCore.Http;

namespace PeeringTools.Lab.Server.Wire;

/// <summary>Takes a request off the wire to the lab, and the lab's answer onto it.</summary>
internal sealed class ArmEndpoint(LabServer server)
{
    public async Task ServeAsync(HttpContext context, string target)
    {
        if (context.Request.Path.Equals("/metadata/endpoints", StringComparison.OrdinalIgnoreCase))
        {
            await JsonAnswer.WriteAsync(context, 200, CloudMetadata.Of(server, context.Request.Query["api-version"].ToString()));
            return;
        }

        if (!Uri.TryCreate($"{context.Request.Scheme}://{context.Request.Host}{target}", UriKind.Absolute, out Uri? address) || !target.StartsWith('/'))
        {
            await JsonAnswer.RefuseAsync(context, 400, "InvalidUri", "The address of the request cannot be read.");
            return;
        }

        using HttpRequestMessage request = new(new HttpMethod(context.Request.Method), address);
        foreach (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> header in context.Request.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
        }

        if (context.Request.ContentLength is not 0)
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            request.Content = new ByteArrayContent(body.ToArray());
        }

        try
        {
            using HttpResponseMessage answer = await server.Host.Client.SendAsync(request, context.RequestAborted);
            await AnswerWriter.WriteAsync(context, answer, server.Compression);
        }
        catch (HttpRequestException)
        {
            // What breaks in the lab breaks on the wire: the connection ends without an answer.
            context.Abort();
        }
    }
}
