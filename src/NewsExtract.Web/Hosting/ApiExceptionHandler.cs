using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using NewsExtract.Storage;

namespace NewsExtract.Web.Hosting;

/// <summary>Turns what is thrown while a request is answered into a problem.</summary>
internal sealed partial class ApiExceptionHandler(IProblemDetailsService problems, ILogger<ApiExceptionHandler> log) : IExceptionHandler
{
    // Another writer has the store, such as the linking of all names.
    private const string Busy = "NX3003";
    private const string SecondsToRest = "30";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var problem = exception switch
        {
            StoreException { Diagnostic.Code: Busy } => TellBusy(httpContext),
            ApiException known => ApiProblem.Of(known.Status, known.Code, known.Message),
            StoreException store => ApiProblem.Of(StatusOf(store.Diagnostic.Code), store.Diagnostic.Code, store.Message),
            BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode },
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError },
        };
        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            LogFault(log, exception, httpContext.Request.Method, httpContext.Request.Path);
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        if (!await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem }).ConfigureAwait(false))
        {
            // Who asks for events or a table alone takes no problem; its status is told all the same.
            await httpContext.Response.CompleteAsync().ConfigureAwait(false);
        }

        return true;
    }

    private static ProblemDetails TellBusy(HttpContext context)
    {
        context.Items[HeaderNames.RetryAfter] = SecondsToRest;
        return ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, Busy, "the store is being written, as when all names are linked anew — nothing of this was saved; send it again later");
    }

    // What a person can mend is 4xx; a store that is busy, full or gone is 503.
    private static int StatusOf(string code) => code switch
    {
        "NX3201" or "NX3205" or "NX3211" => StatusCodes.Status404NotFound,
        "NX3203" or "NX3215" or "NX3220" => StatusCodes.Status409Conflict,
        ['N', 'X', '3', '2', ..] => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogFault(ILogger log, Exception exception, string method, string path);
}
