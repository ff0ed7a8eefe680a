using NewsExtract.Web.Jobs;

namespace NewsExtract.Web.Tests;

public class JobTests
{
    [Fact]
    public async Task A_fault_ends_its_job_with_a_code_and_goes_no_further()
    {
        using var job = new Job("1", JobKind.Link, "decision 1", TimeProvider.System, static (_, _) => throw new InvalidOperationException("inside"));
        Exception? fault = null;

        await job.RunAsync(exception => fault = exception, CancellationToken.None);

        var shown = job.Show(withItems: true);
        Assert.Equal(JobState.Failed, shown.State);
        Assert.StartsWith("NX4000", shown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("inside", shown.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(fault);
        Assert.Equal("end", (await AllAsync(job)).Last().Kind);
    }

    [Fact]
    public async Task A_job_that_waits_is_cancelled_without_being_begun()
    {
        var begun = false;
        using var job = new Job("1", JobKind.Ingest, null, TimeProvider.System, (_, _) => Task.FromResult(begun = true));

        job.Cancel();
        await job.RunAsync(static _ => { }, CancellationToken.None);

        Assert.False(begun);
        Assert.Equal(JobState.Cancelled, job.Show(withItems: false).State);
        Assert.Equal(["end"], (await AllAsync(job)).Select(static one => one.Kind));
    }

    [Fact]
    public async Task A_job_that_runs_is_cancelled_at_its_next_step()
    {
        using var job = new Job("1", JobKind.Ingest, null, TimeProvider.System, static async (job, cancellation) =>
        {
            job.Cancel();
            await Task.Delay(Timeout.Infinite, cancellation);
        });

        await job.RunAsync(static _ => { }, CancellationToken.None);

        Assert.Equal(JobState.Cancelled, job.Show(withItems: false).State);
    }

    private static async Task<List<JobEvent>> AllAsync(Job job)
    {
        var events = new List<JobEvent>();
        await foreach (var one in job.WatchAsync(0, CancellationToken.None))
        {
            events.Add(one);
        }

        return events;
    }
}
