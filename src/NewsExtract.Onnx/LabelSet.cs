using System.Collections.Immutable;

namespace NewsExtract.Onnx;

/// <summary>Where in a mention a label stands.</summary>
internal enum LabelPart
{
    Outside,
    Begin,
    Inside,
    End,
    Single,
}

/// <summary>A label in parts: <c>B-PER</c> is Begin of PER; M of BMES is Inside.</summary>
/// <param name="Name">Empty for O.</param>
internal readonly record struct Label(LabelPart Part, string Name)
{
    /// <returns><c>null</c> where the text is no label of BIO, BIOES or BMES.</returns>
    public static Label? Parse(string text)
    {
        if (text == "O")
        {
            return new Label(LabelPart.Outside, "");
        }

        if (text.Length < 3 || text[1] is not ('-' or '_'))
        {
            return null;
        }

        LabelPart? part = text[0] switch
        {
            'B' => LabelPart.Begin,
            'I' or 'M' => LabelPart.Inside,
            'E' => LabelPart.End,
            'S' => LabelPart.Single,
            _ => null,
        };
        return part is { } known ? new Label(known, text[2..]) : null;
    }
}

/// <summary>The labels of a model by output column, which may follow which, and their types.</summary>
internal sealed class LabelSet
{
    // Other names than the library's own that public corpora use; in capitals.
    private static readonly Dictionary<string, EntityType> s_names = new(StringComparer.Ordinal)
    {
        ["PERSON"] = EntityType.Person,
        ["NAME"] = EntityType.Person,
        ["NR"] = EntityType.Person,
        ["ORGANIZATION"] = EntityType.Organization,
        ["COMPANY"] = EntityType.Organization,
        ["GOVERNMENT"] = EntityType.Organization,
        ["NT"] = EntityType.Organization,
        ["LOCATION"] = EntityType.Location,
        ["NS"] = EntityType.Location,
        ["SCENE"] = EntityType.Location,
        ["FACILITY"] = EntityType.Facility,
        ["POSITION"] = EntityType.Title,
        ["JOB"] = EntityType.Title,
        ["BOOK"] = EntityType.Work,
        ["WORK_OF_ART"] = EntityType.Work,
    };

    private readonly ImmutableArray<Label> _labels;
    private readonly EntityType?[] _types;
    private readonly bool[,] _follows;

    /// <exception cref="OnnxModelException">NX2016: a label can't be understood, or the caller names one that the model does not have.</exception>
    public LabelSet(string path, IReadOnlyList<string> labels, ImmutableDictionary<string, EntityType?> types)
    {
        _labels = [.. labels.Select(text => Label.Parse(text) ?? throw Unknown($"{path}: '{text}' is no label of BIO, BIOES or BMES — write O, B-PER, I-PER …"))];
        var names = _labels.Select(label => label.Name).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        if (types.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !names.Contains(name)) is { } stranger)
        {
            throw Unknown($"{path}: the model has no label {stranger} — it has {string.Join(", ", names)}");
        }

        _types = [.. _labels.Select(label => TypeOf(label.Name, types))];
        Ignored = [.. names.Where(name => TypeOf(name, types) is null && !types.ContainsKey(name))];
        _follows = new bool[labels.Count, labels.Count];
        for (var i = 0; i < labels.Count; i++)
        {
            for (var k = 0; k < labels.Count; k++)
            {
                _follows[i, k] = CanFollow(_labels[i], _labels[k]);
            }
        }
    }

    public int Count => _labels.Length;

    /// <summary>Names without a type, ascending: their mentions are left out.</summary>
    public ImmutableArray<string> Ignored { get; }

    public Label this[int index] => _labels[index];

    public EntityType? TypeAt(int index) => _types[index];

    public bool Follows(int previous, int next) => _follows[previous, next];

    /// <summary>A mention may not begin in its middle, where the set has labels for its beginning.</summary>
    public bool Opens(int index) => _labels[index].Part switch
    {
        LabelPart.Inside => !Has(LabelPart.Begin, _labels[index].Name),
        LabelPart.End => false,
        _ => true,
    };

    /// <summary>A mention may not break off, where the set has labels for its end.</summary>
    public bool Closes(int index) => _labels[index].Part switch
    {
        LabelPart.Inside => !Has(LabelPart.End, _labels[index].Name),
        LabelPart.Begin => !Has(LabelPart.End, _labels[index].Name) || !Has(LabelPart.Single, _labels[index].Name),
        _ => true,
    };

    private static OnnxModelException Unknown(string message) => new(OnnxDiagnostics.UnknownLabel, message);

    private static EntityType? TypeOf(string name, ImmutableDictionary<string, EntityType?> types)
    {
        if (types.TryGetValue(name, out var given))
        {
            return given;
        }

        var upper = name.ToUpperInvariant();
        return EntityTypes.TryParse(upper, out var own) ? own : s_names.TryGetValue(upper, out var known) ? known : null;
    }

    private bool Has(LabelPart part, string name) => _labels.Contains(new Label(part, name));

    private bool CanFollow(Label previous, Label next)
    {
        var goesOn = (previous.Part is LabelPart.Begin or LabelPart.Inside) && (next.Part is LabelPart.Inside or LabelPart.End) && previous.Name == next.Name;
        return goesOn || (Closes(_labels.IndexOf(previous)) && Opens(_labels.IndexOf(next)));
    }
}
