using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace NewsExtract.Web.Hosting;

/// <summary>
/// A person who follows a link, or comes back from a sign-in, is told on a page what went wrong; programs, and the pages' own calls, get problem details.
/// The line stands in the page itself, so that it can be read where no script runs; the script tells it in the reader's language.
/// </summary>
internal sealed class ProblemPage(IWebHostEnvironment environment) : IProblemDetailsWriter
{
    private const string Place = "<noscript>";
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private IFileInfo File => environment.WebRootFileProvider.GetFileInfo("problem.html");

    public bool CanWrite(ProblemDetailsContext context) => IsVisit(context.HttpContext.Request) && File.Exists;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ApiProblem.Complete(context.ProblemDetails);
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        using var reader = new StreamReader(File.CreateReadStream());
        var page = await reader.ReadToEndAsync(aborted).ConfigureAwait(false);
        var (code, detail) = ((string)context.ProblemDetails.Extensions["code"]!, context.ProblemDetails.Detail ?? "");
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(page.Replace(Place, $"<p id=\"problem\" class=\"notice\" data-code=\"{code}\">{s_encoder.Encode(detail)}</p>{Place}", StringComparison.Ordinal), aborted).ConfigureAwait(false);
    }

    // What a browser asks for when its reader goes somewhere; scripts, pictures and programs ask for other kinds.
    private static bool IsVisit(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
