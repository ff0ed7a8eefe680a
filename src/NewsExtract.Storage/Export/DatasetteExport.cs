using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage.Export;

/// <summary>A SQLite file for Datasette and other tools: plain tables, numbered from 1 in the order of the store, and a view a fact type.</summary>
internal sealed class DatasetteExport : IStoreExport
{
    public string? FolderOf => null;

    public void Write(StoreSnapshot snapshot, FactTables tables, string path, CancellationToken cancellation)
    {
        using var output = new SqliteOutput(path);
        output.Create(DatasetteSchema.Tables);
        foreach (var table in tables.ByType)
        {
            output.Create(DatasetteSchema.View(table));
        }

        new Rows(output).Write(snapshot, cancellation);
        output.Commit();
    }

    private sealed class Rows(SqliteOutput output)
    {
        private long _document;
        private long _article;
        private long _entity;
        private long _mention;
        private long _fact;

        public void Write(StoreSnapshot snapshot, CancellationToken cancellation)
        {
            foreach (var document in snapshot.Documents())
            {
                cancellation.ThrowIfCancellationRequested();
                output.Insert(DatasetteSchema.Documents, ++_document, document.Name, document.Sha256, document.Bytes, document.Encoding, document.Ocr, document.Pages > 0 ? document.Pages : null, document.Status);
            }

            foreach (var record in snapshot.Records())
            {
                cancellation.ThrowIfCancellationRequested();
                Add(record);
            }

            foreach (var correction in snapshot.Corrections())
            {
                output.Insert(DatasetteSchema.Corrections, [.. CorrectionColumns.Cells(correction).Select(static cell => cell is null ? null : Value(cell))]);
            }
        }

        private void Add(ArticleRecord record)
        {
            var header = record.Article;
            output.Insert(
                DatasetteSchema.Articles,
                ++_article, output.Find(DatasetteSchema.Documents, "sha256", record.Source.Sha256), header.Index, header.Headline, header.Kicker, header.Subhead, header.Author, header.Source, header.Dateline, header.Date, record.Status, ArticleRows.Text(record));
            var entities = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var entity in record.Entities)
            {
                output.Insert(DatasetteSchema.Entities, ++_entity, _article, entity.Type, entity.Name, JsonText.Write(entity.Aliases));
                foreach (var mention in entity.Mentions)
                {
                    entities[mention] = _entity;
                }
            }

            foreach (var mention in record.Mentions)
            {
                var value = mention.Value;
                output.Insert(
                    DatasetteSchema.Mentions,
                    ++_mention, _article, entities.TryGetValue(mention.Id, out var entity) ? entity : null, mention.Type, mention.Text,
                    (double?)value?.Value, (double?)value?.Min, (double?)value?.Max, value?.Unit, value?.Currency, value?.Approx, value?.Date, value?.Start, value?.End,
                    mention.Boxes is [var first, ..] ? first.Page : null, ArticleRows.Json(mention.Boxes), ArticleRows.Json(mention.Spans), mention.Confidence, mention.OcrConfidence, mention.Review, mention.Producer);
            }

            foreach (var fact in record.Facts)
            {
                Add(fact);
            }
        }

        private void Add(FactRecord fact)
        {
            var evidence = fact.Evidence;
            output.Insert(
                DatasetteSchema.Facts,
                ++_fact, _article, fact.Id, fact.Type, evidence.Text, evidence.Boxes is [var first, ..] ? first.Page : null,
                ArticleRows.Json(evidence.Boxes), ArticleRows.Json(evidence.Spans), fact.Modality, fact.Confidence, evidence.OcrConfidence, fact.Review, fact.Producer);
            foreach (var (role, value) in fact.Roles)
            {
                var spans = ArticleRows.Json(fact.RoleSpans.GetValueOrDefault(role, []));
                if (value is ArgumentValue.List list)
                {
                    for (var place = 0; place < list.Values.Length; place++)
                    {
                        output.Insert(DatasetteSchema.Arguments, _fact, role, place, list.Values[place], spans);
                    }
                }
                else
                {
                    output.Insert(DatasetteSchema.Arguments, _fact, role, 0, Value(value), spans);
                }
            }
        }

        // 840000000 as a whole number, 18.4 as a real one.
        private static object Value(ArgumentValue value) => value switch
        {
            ArgumentValue.Number { Value: >= long.MinValue and <= long.MaxValue } number when number.Value == decimal.Truncate(number.Value) => (long)number.Value,
            ArgumentValue.Number number => (double)number.Value,
            _ => CellText.Of(value),
        };
    }
}
