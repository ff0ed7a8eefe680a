using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Storage.Tests;

/// <summary>Small invented documents.</summary>
internal static class Samples
{
    /// <summary>One article of one paragraph, a post held in it, and the two mentions that state it.</summary>
    public static DocumentEntry Document(string name, string person = "李明", string place = "太原市", string? date = "2023-12-01", string extractionKey = "rules=1")
    {
        var text = $"{place}市长{person}出席会议。";
        var sha256 = Sha256(name + text);
        return new DocumentEntry
        {
            Sha256 = sha256,
            Name = name,
            Bytes = Encoding.UTF8.GetByteCount(text),
            State = ExtractionState.Complete,
            ReadingKey = "reader=1",
            ExtractionKey = extractionKey,
            Version = "0.1.0",
            Encoding = "utf-8",
            Characters = text.Length,
            Articles = [Record(name, sha256, text, person, place, date)],
            Reading = Encoding.UTF8.GetBytes(text),
        };
    }

    /// <summary>One article of one paragraph in which nothing was found.</summary>
    public static DocumentEntry Text(string name, string text, string date = "2023-12-01")
    {
        var sample = Document(name, date: date);
        var record = sample.Articles[0] with { Paragraphs = [new ParagraphRecord("body", text, [new TextSpan(0, text.Length)])], Mentions = [], Entities = [], Facts = [] };
        return sample with { Sha256 = Sha256(name + text), Articles = [record] };
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ArticleRecord Record(string name, string sha256, string text, string person, string place, string? date)
    {
        var at = place.Length + 2;
        TextSpan placeSpan = new(0, place.Length);
        TextSpan titleSpan = new(place.Length, at);
        TextSpan personSpan = new(at, at + person.Length);
        return new ArticleRecord
        {
            Generator = new GeneratorRecord("newsextract", "0.1.0"),
            Source = new SourceRecord(name, sha256, "utf-8"),
            Article = new HeaderRecord { Index = 0, Date = date },
            Paragraphs = [new ParagraphRecord("body", text, [new TextSpan(0, text.Length)])],
            Mentions =
            [
                new MentionRecord("m1", "GPE", place, [placeSpan], null, "rule:place@1", null),
                new MentionRecord("m2", "TITLE", "市长", [titleSpan], null, "rule:title@1", null),
                new MentionRecord("m3", "PER", person, [personSpan], null, "rule:person@1", 0.98),
            ],
            Entities = [new EntityRecord("e1", "GPE", place, [], ["m1"]), new EntityRecord("e2", "PER", person, [], ["m3"])],
            Facts =
            [
                new FactRecord(
                    "f1",
                    "position",
                    new Dictionary<string, ArgumentValue>
                    {
                        ["person"] = new ArgumentValue.Text(person),
                        ["title"] = new ArgumentValue.Text("市长"),
                        ["organization"] = new ArgumentValue.Text(place),
                    },
                    new Dictionary<string, ImmutableArray<TextSpan>> { ["person"] = [personSpan], ["title"] = [titleSpan], ["organization"] = [placeSpan] },
                    new EvidenceRecord(text[..personSpan.End], [new TextSpan(0, personSpan.End)]),
                    "rule:fact.position@1",
                    0.97),
            ],
            Diagnostics = [],
            Status = "complete",
        };
    }
}
