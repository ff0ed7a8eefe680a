using System.Diagnostics;

/// <summary>
/// Loaded into the workers by the runtime (<c>DOTNET_STARTUP_HOOKS</c>): the product has no way to be killed from inside. It listens to the
/// worker's traces, notes each start of the inputs that are watched, and kills the process when the one that kills is begun.
/// </summary>
#pragma warning disable CA1050 // the runtime looks for this name outside any namespace
internal static class StartupHook
#pragma warning restore CA1050
{
    public const string StartsFile = "NEWSEXTRACT_TEST_STARTS";
    public const string Killer = "killer.txt";
    public const string Long = "long.txt";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(StartsFile) is not { } starts)
        {
            return;
        }

        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "NewsExtract",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => Begin(activity.GetTagItem("newsextract.path") as string ?? "", starts),
        });
    }

    private static void Begin(string path, string starts)
    {
        var name = Path.GetFileName(path);
        if (name is not (Killer or Long))
        {
            return;
        }

        // A file each: several processes begin at a time.
        File.WriteAllText(Path.Combine(starts, $"{name}.{Environment.ProcessId}.{Stopwatch.GetTimestamp()}"), "");
        if (name == Killer)
        {
            using var process = Process.GetCurrentProcess();
            process.Kill();
        }
    }
}
