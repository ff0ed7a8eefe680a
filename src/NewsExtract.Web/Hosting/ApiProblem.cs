using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace NewsExtract.Web.Hosting;

/// <summary>Errors as problem details with a code of docs/diagnostics.md; what went wrong inside is logged and never sent.</summary>
internal static class ApiProblem
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.AddSingleton<IProblemDetailsWriter, ProblemPage>();
        services.AddProblemDetails(static options => options.CustomizeProblemDetails = static context => Complete(context.ProblemDetails));
    }

    /// <summary>Goes before everything that may fail.</summary>
    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    /// <summary>The problem of an error whose cause is known.</summary>
    public static ProblemDetails Of(int status, string code, string message) =>
        new() { Status = status, Detail = message, Extensions = { ["code"] = code } };

    /// <summary>Gives a problem its code and line: routing and the server itself know statuses only.</summary>
    public static void Complete(ProblemDetails problem)
    {
        if (problem.Extensions.ContainsKey("code"))
        {
            return;
        }

        (problem.Extensions["code"], problem.Detail) = problem.Status switch
        {
            StatusCodes.Status404NotFound => ("NX4004", "there is no such thing — /openapi/v1.json lists what there is"),
            StatusCodes.Status405MethodNotAllowed => ("NX4005", "this can't be done here — /openapi/v1.json lists what can"),
            StatusCodes.Status413PayloadTooLarge => ("NX4301", "this is too large — send less at a time"),
            StatusCodes.Status415UnsupportedMediaType => ("NX4001", "this takes application/json — set Content-Type"),
            < 500 => ("NX4001", problem.Detail ?? "this request can't be understood — /openapi/v1.json says what is expected"),
            _ => ("NX4000", "the program failed on this request — report it with the line that the server printed"),
        };
    }
}
