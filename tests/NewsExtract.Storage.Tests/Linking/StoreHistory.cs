using System.Globalization;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Storage.Tests.Linking;

/// <summary>What happens to a store: issues come, change, go and come back, are extracted anew and corrected; people decide and take it back.</summary>
internal sealed class StoreHistory(Random random, int worlds, bool decides)
{
    private readonly Dictionary<string, DocumentEntry> _paths = new(StringComparer.Ordinal);
    private readonly List<(string Path, DocumentEntry Document)> _former = [];
    private readonly List<(EntityDecisionKind Kind, StoredAnchor[] First, StoredAnchor[] Second)> _decisions = [];
    private readonly HashSet<long> _undone = [];
    private int _count;

    /// <summary>What was done last, for a test that fails.</summary>
    public List<string> Last { get; } = [];

    /// <summary>Does the same to several stores.</summary>
    public void Go(NewsStore[] stores, int actions, bool isFirst)
    {
        Last.Clear();
        for (var i = 0; i < actions; i++)
        {
            switch (isFirst ? 0 : random.Next(decides ? 10 : 7))
            {
                case 0 or 1 or 2:
                    Put(stores, NewPath(), New());
                    break;
                case 3:
                    Put(stores, Pick(_paths.Keys), New());
                    break;
                case 4:
                    Extract(stores);
                    break;
                case 5 when _former.Count > 0:
                    var (path, document) = Pick(_former);
                    Put(stores, path, document);
                    break;
                case 6 when decides:
                    Correct(stores);
                    break;
                case 7 or 8:
                    Decide(stores);
                    break;
                case 9 when _decisions.Count > _undone.Count:
                    Undo(stores);
                    break;
                default:
                    // Nothing but an empty issue is left of it.
                    Put(stores, Pick(_paths.Keys), Samples.Text(string.Create(CultureInfo.InvariantCulture, $"empty{_count++}.txt"), "无。"));
                    break;
            }
        }
    }

    /// <summary>What is left at the end, in another order and at once.</summary>
    public void Replay(NewsStore store, NewsStore original)
    {
        string[] paths = [.. _paths.Keys];
        random.Shuffle(paths);
        foreach (var path in paths)
        {
            Save(store, path, _paths[path]);
        }

        store.Import(original.FindCorrections().Select(static entry => entry.Correction));
        for (var i = 0; i < _decisions.Count; i++)
        {
            var id = store.AddDecision(_decisions[i].Kind, "editor", "", _decisions[i].First, _decisions[i].Second);
            if (_undone.Contains(id))
            {
                store.UndoDecision(id, "editor");
            }
        }
    }

    private void Put(NewsStore[] stores, string path, DocumentEntry document)
    {
        if (_paths.TryGetValue(path, out var before))
        {
            _former.Add((path, before));
        }

        _paths[path] = document;
        Last.Add($"{document.Name} at {path}");
        foreach (var store in stores)
        {
            Save(store, path, document);
        }
    }

    private void Extract(NewsStore[] stores)
    {
        var (path, document) = Pick(_paths.ToList());
        if (document.Articles[0].Entities.IsEmpty)
        {
            return;
        }

        var again = InventedIssue.Make(random, document.Name, worlds) with { ExtractionKey = string.Create(CultureInfo.InvariantCulture, $"rules={_count++}") };
        foreach (var other in _paths.Where(other => other.Value.Sha256 == document.Sha256).Select(static other => other.Key).ToList())
        {
            _paths[other] = again;
        }

        for (var i = 0; i < _former.Count; i++)
        {
            _former[i] = _former[i].Document.Sha256 == document.Sha256 ? (_former[i].Path, again) : _former[i];
        }

        Last.Add($"{document.Name} extracted anew");
        foreach (var store in stores)
        {
            Save(store, path, again);
        }
    }

    private void Correct(NewsStore[] stores)
    {
        var document = Pick(_paths.Values);
        var record = Pick(document.Articles);
        if (record.Mentions.IsEmpty)
        {
            return;
        }

        var target = string.Create(CultureInfo.InvariantCulture, $"{StoreKeys.Article(document.Sha256, record.Article.Index)}/{(record.Facts.IsEmpty || random.Next(2) == 0 ? Pick(record.Mentions).Id : Pick(record.Facts).Id)}");
        Last.Add($"{target} rejected");
        foreach (var store in stores)
        {
            try
            {
                store.Correct([new CorrectionRequest(CorrectionAction.Reject, target)], "editor", []);
            }
            catch (StoreException exception)
            {
                // It may be rejected already; both stores say so.
                Last.Add(exception.Diagnostic.Code);
            }
        }
    }

    private void Decide(NewsStore[] stores)
    {
        var type = random.Next(2) == 0 ? "PER" : "ORG";
        var all = _paths.Values.SelectMany(document => document.Articles
            .SelectMany(record => record.Entities.Where(entity => entity.Type == type).Select(entity => new StoredAnchor(StoreKeys.Article(document.Sha256, record.Article.Index), type, entity.Name)))).ToList();
        var same = random.Next(2) == 0 ? all.FindAll(anchor => anchor.Name == all[0].Name) : all;
        var decision = (random.Next(2) == 0 ? EntityDecisionKind.Merge : EntityDecisionKind.Split, Some(same), Some(random.Next(2) == 0 ? same : all));
        _decisions.Add(decision);
        Last.Add($"{decision.Item1} {string.Join(' ', decision.Item2.AsEnumerable())} and {string.Join(' ', decision.Item3.AsEnumerable())}");
        foreach (var store in stores)
        {
            store.AddDecision(decision.Item1, "editor", "", decision.Item2, decision.Item3);
        }
    }

    private void Undo(NewsStore[] stores)
    {
        var id = Pick(Enumerable.Range(1, _decisions.Count).Select(static id => (long)id).Where(id => !_undone.Contains(id)).ToList());
        _undone.Add(id);
        Last.Add(string.Create(CultureInfo.InvariantCulture, $"{id} undone"));
        foreach (var store in stores)
        {
            store.UndoDecision(id, "editor");
        }
    }

    private StoredAnchor[] Some(List<StoredAnchor> anchors) => [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Pick(anchors))];

    private DocumentEntry New() => InventedIssue.Make(random, string.Create(CultureInfo.InvariantCulture, $"issue{_count++}.txt"), worlds);

    private string NewPath() => string.Create(CultureInfo.InvariantCulture, $"/{_count}.txt");

    private T Pick<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        return list[random.Next(list.Count)];
    }

    private static void Save(NewsStore store, string path, DocumentEntry document)
    {
        var run = store.BeginRun("0.1.0", "", "");
        store.Save(new InputEntry(path, InputStatus.Stored, document.Sha256, 1, 1), document, new RunEntry(run, 0, path, RunOutcome.Stored, 0, 1, 1));
    }
}
