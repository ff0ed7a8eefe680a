using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>What the reading of an article carries from clause to clause. Persons are indexes into the article's persons.</summary>
internal sealed class ParticipationState
{
    public int Sentence { get; private set; } = -1;

    /// <summary>Names of the row that no verb has followed yet.</summary>
    public List<int> Pending { get; } = [];

    /// <summary>Subjects of the verb at hand.</summary>
    public List<int> Subjects { get; } = [];

    /// <summary>An event named in this sentence; <c>null</c> when none was.</summary>
    public TextSpan? LocalEvent { get; set; }

    /// <summary>The session (闭幕式) of the occasion's event that the paragraph told of last.</summary>
    public (TextSpan Session, TextSpan Whole, int Block)? Part { get; set; }

    /// <summary>A place that a clause of this sentence gives for itself.</summary>
    public Mention? LocalPlace { get; set; }

    /// <summary>After 参加会议的有：, what the names that follow took part in.</summary>
    public ParticipationSetting? Listed { get; set; }

    /// <summary>After 会见了, what further names in the row took part in.</summary>
    public ParticipationSetting? Objects { get; set; }

    /// <summary>The last visit or meeting of the article.</summary>
    public ParticipationSetting? Visit { get; set; }

    /// <summary>The last event named while the article had no occasion of its own.</summary>
    public ParticipationSetting? Established { get; set; }

    /// <summary>The head of the delegation or the main guest.</summary>
    public int? Leader { get; set; }

    /// <summary>Those in whose company (陪同下) the visit told next takes place.</summary>
    public ImmutableArray<int> Waiting { get; set; } = [];

    public void StartSentence(int sentence)
    {
        if (sentence == Sentence)
        {
            return;
        }

        Sentence = sentence;
        Pending.Clear();
        Subjects.Clear();
        LocalEvent = null;
        LocalPlace = null;
        Listed = null;
        Objects = null;
    }
}
