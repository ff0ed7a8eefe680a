using JasperFx;
using JasperFx.CodeGeneration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsExtract.Queue;
using Wolverine;

// Writes src/NewsExtract.Queue/Internal/Generated, without which a worker would compile its handler each time it starts. No broker is needed.
return await Host.CreateDefaultBuilder()
    .ConfigureServices(services => services.AddSingleton<IWorkConsumer, NoConsumer>())
    .UseWolverine(options =>
    {
        WorkTransport.Configure(options, new QueueAddress("amqp://localhost"), "generator", new WorkQueueDefinition("settings"), inHand: 1, TypeLoadMode.Dynamic);
        options.UseRuntimeCompilation();
        options.CodeGeneration.GeneratedCodeOutputPath = Path.Combine("src", "NewsExtract.Queue", "Internal", "Generated");
    })
    .RunJasperFxCommands(["codegen", "write"]).ConfigureAwait(false);

internal sealed class NoConsumer : IWorkConsumer
{
    public Task ConsumeAsync(WorkMessage message) => Task.CompletedTask;
}
