using System.Text;

namespace NewsExtract.Cli.Output;

/// <summary>How records are written. Safe for concurrent use.</summary>
internal abstract class RecordFormat
{
    /// <summary>Of the files below an output folder; <c>null</c> for a format that is for reading only.</summary>
    public abstract string? Extension { get; }

    /// <summary>What opens and closes the whole output, and parts one source from the next.</summary>
    public virtual string Opening => "";

    public virtual string Separator => "";

    public virtual string Closing => "";

    /// <returns>Empty when there is nothing to write.</returns>
    public abstract string Render(ExtractionResult result);

    /// <summary>Writes a file of one source.</summary>
    public virtual void Write(ExtractionResult result, Stream output) => output.Write(Encoding.UTF8.GetBytes(Opening + Render(result) + Closing));
}

/// <summary>A line a record.</summary>
internal sealed class JsonLinesFormat : RecordFormat
{
    public override string? Extension => ".jsonl";

    public override string Render(ExtractionResult result) => result.ToJsonLines();

    public override void Write(ExtractionResult result, Stream output) => result.WriteJsonLines(output);
}
