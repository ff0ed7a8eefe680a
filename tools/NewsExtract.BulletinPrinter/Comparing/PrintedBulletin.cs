using System.Collections.Immutable;
using NewsExtract.BulletinPrinter.Bulletins;
using NewsExtract.BulletinPrinter.Pdf;
using NewsExtract.BulletinPrinter.Setting;
using NewsExtract.Evaluation;

namespace NewsExtract.BulletinPrinter.Comparing;

/// <summary>What is printed in one file and what a reading of it should find.</summary>
/// <param name="Texts">The bulletins that <paramref name="Gold"/> joins, as text.</param>
internal sealed record PrintedBulletin(Edition Edition, GoldBulletin Gold, ImmutableArray<string> Texts)
{
    /// <summary>The bulletins of a folder, as many a file as the design takes.</summary>
    public static IEnumerable<PrintedBulletin> ReadAll(string folder, PageDesign design)
    {
        var group = new List<PrintedBulletin>();
        foreach (var path in EditionReader.Find(folder))
        {
            var next = Read(path);
            // A page has one running head: bulletins that bring their own keep apart.
            if (group.Count > 0 && (group.Count == design.Bulletins || (next.Edition.RunningHead is not null && group.Exists(item => item.Edition.RunningHead is not null))))
            {
                yield return Join(group);
                group.Clear();
            }

            group.Add(next);
        }

        if (group.Count > 0)
        {
            yield return Join(group);
        }
    }

    public static PrintedBulletin Read(string path) => new(EditionReader.Read(path), GoldBulletin.Load(Path.ChangeExtension(path, ".ann")), [path]);

    public byte[] ToPdf(PageDesign design, StreamOrder order) => SheetWriter.Write(EditionSetter.Set(Edition, design), order, Edition.Articles[0].Headline);

    /// <summary>Several bulletins as one; the first running head stands for all.</summary>
    public static PrintedBulletin Join(List<PrintedBulletin> group)
    {
        if (group.Count == 1)
        {
            return group[0];
        }

        var marks = ImmutableArray.CreateBuilder<GoldMark>();
        var text = new System.Text.StringBuilder();
        foreach (var gold in group.Select(item => item.Gold))
        {
            marks.AddRange(gold.Marks.Select(mark => mark with { Span = new TextSpan(mark.Span.Start + text.Length, mark.Span.End + text.Length) }));
            text.Append(gold.Text);
        }

        var name = string.Join('+', group.Select(item => item.Edition.Name));
        return new PrintedBulletin(
            new Edition(name, group.Select(item => item.Edition.RunningHead).FirstOrDefault(head => head is not null), [.. group.SelectMany(item => item.Edition.Articles)]),
            new GoldBulletin(name, group[0].Gold.TextPath, marks.ToImmutable(), text.ToString(), [.. group.SelectMany(item => item.Gold.Articles ?? [])]),
            [.. group.SelectMany(item => item.Texts)]);
    }
}
