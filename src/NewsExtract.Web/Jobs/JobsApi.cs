using System.Collections.Immutable;
using System.Globalization;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using NewsExtract.Batch;
using NewsExtract.Storage;
using NewsExtract.Web.Api;
using NewsExtract.Web.Hosting;
using NewsExtract.Web.Uploads;

namespace NewsExtract.Web.Jobs;

/// <summary><c>/jobs</c>: bulletins are ingested and names linked in the background; progress comes as server-sent events. <c>/inputs</c>: what failed.</summary>
internal static class JobsApi
{
    private const int MostUploads = 10_000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/jobs", Start).WithName("StartJob").WithSummary("Ingests uploaded files, tries again what failed, or extracts everything again.");
        api.MapGet("/jobs", static (JobQueue jobs) => TypedResults.Ok(jobs.All())).WithName("FindJobs").WithSummary("Jobs since the server began, the latest first, then earlier runs; without their items.");
        api.MapGet("/jobs/{id}", static (string id, JobQueue jobs, NewsStore store) => TypedResults.Ok(EarlierRun.Find(store, id) ?? Get(jobs, id).Show(withItems: true))).WithName("FindJob").WithSummary("A job with what became of each input; an earlier run with what failed.");
        api.MapGet("/jobs/{id}/events", Watch).WithName("WatchJob").WithSummary("A job's events as they happen: item, progress (how far it is by then) and end; resumes after Last-Event-ID.").Produces<string>(contentType: "text/event-stream").Takes(new QueryParameter("after", "lastEvent of the job as it was shown: only what happened since.", JsonSchemaType.Integer));
        api.MapPost("/jobs/{id}/cancel", Cancel).WithName("CancelJob").WithSummary("Ends a job; what it wrote stays.");
        api.MapGet("/inputs", FindInputs).WithName("FindInputs").WithSummary("What was ingested, by file, with why it failed.").Takes(QueryParameters.Parts).Takes(new QueryParameter("status", "stored, duplicate, failed or unreadable."));
    }

    private static Accepted<JobItem> Start(JobWanted wanted, NewsStore store, JobQueue jobs, UploadFolder uploads, StoredInputs inputs)
    {
        var job = wanted switch
        {
            { Uploads: { IsDefaultOrEmpty: false } files, Retry: null, Scope: null } when files.Length <= MostUploads => jobs.EnqueueIngest([.. files.Select(file => ToInput(uploads, file))], IngestScope.All, again: false, message: null),
            { Retry: { } id, Uploads: null or { IsDefaultOrEmpty: true }, Scope: null } => Retry(store, jobs, inputs, Get(jobs, id)),
            { Scope: "failed", Retry: null, Uploads: null or { IsDefaultOrEmpty: true } } => jobs.EnqueueIngest([.. FailedInputs(store).Select(inputs.Open)], IngestScope.Failed, again: false, "failed"),
            { Scope: "all", Retry: null, Uploads: null or { IsDefaultOrEmpty: true } } => jobs.EnqueueIngest([.. store.FindInputs().Where(static input => input.Status != InputStatus.Duplicate).Select(inputs.Open)], IngestScope.All, again: true, "all"),
            _ => throw ApiException.BadValue($"name one of uploads (at most {MostUploads}), retry (a job's id), or scope (failed, all)"),
        };
        return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", job.Show(withItems: false));
    }

    private static ServerSentEventsResult<object> Watch(string id, HttpRequest request, JobQueue jobs, CancellationToken cancellation)
    {
        var job = Get(jobs, id);

        // Who lost the stream knows more than when it asked for it.
        var after = int.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : FilterParameters.Number(request.Query, "after", unlessGiven: 0, least: 0, most: int.MaxValue);
        return TypedResults.ServerSentEvents(EventsAsync());

        async IAsyncEnumerable<SseItem<object>> EventsAsync()
        {
            await foreach (var one in job.WatchAsync(after, cancellation).ConfigureAwait(false))
            {
                yield return new SseItem<object>(one.Data, one.Kind) { EventId = one.Id.ToString(CultureInfo.InvariantCulture) };
            }
        }
    }

    private static Accepted<JobItem> Cancel(string id, JobQueue jobs)
    {
        var job = Get(jobs, id);
        job.Cancel();
        return TypedResults.Accepted($"/api/v1/jobs/{id}", job.Show(withItems: false));
    }

    private static Ok<Part<StoredInput>> FindInputs(HttpRequest request, NewsStore store)
    {
        var status = FilterParameters.Text(request.Query, "status") is { } text ? FilterParameters.OneOf("status", text, Enum.GetNames<InputStatus>().Select(static name => name.ToLowerInvariant())) : null;
        var limit = FilterParameters.Limit(request.Query);
        var after = Cursor.Read<InputPlace>(request);
        InputStatus? wanted = status is null ? null : Enum.Parse<InputStatus>(status, ignoreCase: true);
        var found = store.FindInputs(wanted, limit + 1, after?.Path);
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Part<StoredInput>([.. shown.Select(StoredInput.Of)], Cursor.Write(request, found.Count > limit ? new InputPlace(shown[^1].Path) : null), after is null ? store.CountInputs(wanted) : null));
    }

    private static Job Retry(NewsStore store, JobQueue jobs, StoredInputs inputs, Job job)
    {
        if (!job.IsOver || job.FailedPaths.IsEmpty)
        {
            throw new ApiException(StatusCodes.Status409Conflict, "NX4305", "nothing of this job can be tried again: it goes on, or nothing failed");
        }

        return jobs.EnqueueIngest([.. job.FailedPaths.Select(path => inputs.Open(store.FindInput(path) ?? new InputEntry(path, InputStatus.Unreadable, null, null, null)))], IngestScope.Failed, again: false, $"retry {job.Id}");
    }

    private static IEnumerable<InputEntry> FailedInputs(NewsStore store) => store.FindInputs(InputStatus.Failed).Concat(store.FindInputs(InputStatus.Unreadable)).OrderBy(static input => input.Path, StringComparer.Ordinal);

    private static Job Get(JobQueue jobs, string id) => jobs.Find(id) ?? throw ApiException.NotFound($"there is no job {(id.Length > 40 ? id[..40] : id)} — jobs are known until the server ends");

    private static BatchInput ToInput(UploadFolder uploads, UploadWanted? file) => uploads.Find(file?.Sha256 ?? throw ApiException.BadValue("uploads must hold files, each with its sha256")) is { } path
        ? SourceBytes.Input(path, Path.GetFileName(path))
        : throw ApiException.NotFound("one of the files was not uploaded — send it again");

    private sealed record InputPlace(string Path);
}

/// <summary>What a job should do: one of the three.</summary>
/// <param name="Retry">Id of a job whose failed inputs are tried again.</param>
/// <param name="Scope">failed: all inputs that failed; all: everything is extracted again.</param>
internal sealed record JobWanted(ImmutableArray<UploadWanted?>? Uploads, string? Retry, string? Scope);

/// <summary>An uploaded file.</summary>
internal sealed record UploadWanted(string? Sha256);

/// <summary>A file that was ingested.</summary>
internal sealed record StoredInput(string Path, string Name, InputStatus Status, string? Sha256, string? Code, string? Message)
{
    public static StoredInput Of(InputEntry input) => new(input.Path, System.IO.Path.GetFileName(input.Path), input.Status, input.Sha256, input.Problem?.Code, input.Problem?.Message);
}
