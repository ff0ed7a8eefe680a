using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Honor;

/// <summary>Reads the honours of a sentence: each row of honours (“甲”“乙”称号) shares its verb and its recipients.</summary>
internal sealed class HonorReader(FactContext context)
{
    private const int Reach = 8;
    private const int VerbReach = 30;

    private readonly string _text = context.Text.Text;
    private readonly PartyReader _parties = new(context);
    private readonly HonorRecipients _recipients = new(context);
    private readonly HonorFollowers _followers = new(context);

    public IEnumerable<HonorDraft> Read(int sentence)
    {
        var drafts = new List<HonorDraft>();
        var span = context.Text.Sentences[sentence].Span;
        foreach (var row in Rows(span))
        {
            var before = drafts.Count;
            ReadRow(sentence, span, row, drafts);
            if (drafts.Count == before)
            {
                ReadList(sentence, span, row[^1], drafts);
            }
        }

        return drafts;
    }

    // 荣获“甲”“乙”称号; 甲奖、乙奖和丙奖
    private List<List<TextSpan>> Rows(TextSpan sentence)
    {
        var rows = new List<List<TextSpan>>();
        foreach (var mention in context.MentionsIn(sentence))
        {
            if (mention.Type != EntityType.Honor)
            {
                continue;
            }

            // 高新技术企业|206户 is a figure; 一等功|两次 was won.
            if (context.MentionAt(mention.Span.End) is { Type: EntityType.Quantity } count && count.Value is not NumberValue { Unit: "次" or "回" })
            {
                context.Trace?.Reject("honor", mention.Span, RejectionReason.OtherType);
            }
            else if (rows.Count > 0 && IsRow(rows[^1][^1].End, mention.Span.Start))
            {
                rows[^1].Add(mention.Span);
            }
            else
            {
                rows.Add([mention.Span]);
            }
        }

        return rows;
    }

    private bool IsRow(int start, int end)
    {
        while (start < end && (_text[start] is '、' or '和' or '及' or '与' or '“' or '”' or '「' or '」' or '以' || HonorWords.Tails.MatchAt(_text, start) > 0))
        {
            start += Math.Max(1, HonorWords.Tails.MatchAt(_text, start));
        }

        return start == end;
    }

    private void ReadRow(int sentence, TextSpan span, List<TextSpan> row, List<HonorDraft> drafts)
    {
        var honor = row[0];
        // 被授予|“某称号”: the marks are the honour's own.
        var quoted = honor.Start > span.Start && _text[honor.Start - 1] is '“' or '‘' or '「' ? honor.Start - 1 : honor.Start;
        var clause = _parties.ClauseStart(span, quoted);
        var found = VerbBefore(clause, honor.Start);
        var (after, end, following) = _followers.After(row[^1], span, found is not null);
        if (found is not { } verb)
        {
            // 全国劳动模范李明; “某之乡”称号花落某县
            if (after.Count > 0)
            {
                Emit(drafts, sentence, after, row, new TextSpan(row[0].Start, end), (following, row[0]), clause);
            }
            else
            {
                context.Trace?.Reject("honor", honor, RejectionReason.NoTrigger);
            }

            return;
        }

        if (IsDenied(clause, verb.Start))
        {
            context.Trace?.Reject("honor", verb, RejectionReason.Denied);
            return;
        }

        if (after.Count > 0)
        {
            // 获得某称号的|有甲、乙; 荣获某称号的|甲公司
            Emit(drafts, sentence, after, row, new TextSpan(Math.Min(clause, verb.Start), end), ("after", verb), clause);
            return;
        }

        if (following == "generic")
        {
            // 对获评某称号的|企业给予奖励
            context.Trace?.Reject("honor", verb, RejectionReason.NotPredicate);
            return;
        }

        // 某协会|授予|某市|“某之乡”称号
        var granting = !IsPassive(clause, verb.Start) && HonorWords.Granting.Contains(verb.Of(_text));
        var recipients = granting ? _recipients.Given(sentence, clause, verb, honor.Start) : [];
        if (recipients.Count > 0)
        {
            Emit(drafts, sentence, recipients, row, new TextSpan(clause, row[^1].End), ("granted", verb), clause);
            return;
        }

        // Who 授予 is no recipient; 某公司|认定为… may be one.
        recipients = granting && _text[verb.Start] is '授' or '颁' or '追' or '联' ? [] : _recipients.Before(sentence, clause, verb, row[^1]);
        if (recipients.Count == 0)
        {
            context.Trace?.Missing("honor", verb, "recipient");
        }

        Emit(drafts, sentence, recipients, row, new TextSpan(clause, row[^1].End), ("verb", verb), clause);
    }

    private void Emit(List<HonorDraft> drafts, int sentence, List<TextSpan> recipients, List<TextSpan> row, TextSpan evidence, (string Rule, TextSpan Trigger) known, int clause)
    {
        var span = context.Text.Sentences[sentence].Span;
        var date = _parties.Date(new TextSpan(clause, row[0].Start)) ?? _parties.Date(new TextSpan(span.Start, Math.Max(span.Start, clause)));
        // 甲、乙|分别|获评某某、某某
        var paired = recipients.Count > 1 && recipients.Count == row.Count
            && (!HonorWords.Respectively.FindFirst(_text, new TextSpan(clause, row[0].Start)).IsEmpty);
        for (var i = 0; i < recipients.Count; i++)
        {
            foreach (var honor in paired ? row.GetRange(i, 1) : row)
            {
                var recipient = recipients[i];
                var start = recipient.Start >= span.Start ? Math.Min(recipient.Start, Math.Max(evidence.Start, clause)) : evidence.Start;
                start = recipient.Start >= clause && recipient.End <= known.Trigger.Start ? recipient.Start : start;
                drafts.Add(new HonorDraft(recipient, honor, _recipients.Giver(span, honor, recipient), date, new TextSpan(start, Math.Max(honor.End, evidence.End)), known.Rule, known.Trigger));
            }
        }
    }

    /// <summary>The verb right before an honour; quotation marks, dates, the giver and 第二批 may stand between.</summary>
    private TextSpan? VerbBefore(int clause, int honor)
    {
        var end = honor;
        for (var steps = 0; end > clause && honor - end < VerbReach; steps++)
        {
            var from = Math.Max(clause, end - Reach);
            var tail = _text.AsSpan(from, end - from);
            var length = HonorWords.Winning.MatchEnd(tail);
            if (length == 0 && HonorWords.Being.MatchEnd(tail) is > 0 and var being && (end == honor || HasGrant(new TextSpan(end, honor))))
            {
                length = being;
            }

            // 被省法院|记|二等功, not 记者: one character alone must touch the honour.
            if (length > 0 && _text[end] != '的' && (length > 1 || end == honor || _text[end - 1] is '获' or '是' or '系' or '为'))
            {
                return new TextSpan(end - length, end);
            }

            end = context.MentionAt(end - 1) is { } mention && mention.Span.Start >= clause ? mention.Span.Start : end - 1;
        }

        return null;
    }

    // 是|工信部认定的|高新技术企业
    private bool HasGrant(TextSpan span) => !HonorWords.Granting.FindFirst(_text, span).IsEmpty;

    // 某村被|某协会|授予…; 获省政府|授予…
    private bool IsPassive(int clause, int verb)
    {
        for (var i = clause; i <= verb; i++)
        {
            if (context.MentionAt(i) is null && _text[i] is '被' or '获')
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDenied(int clause, int verb)
    {
        for (var i = Math.Max(clause, verb - Reach); i < verb; i++)
        {
            if (context.MentionAt(i) is null && HonorWords.Denials.MatchAt(_text, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // 公示了…认定名单，某公司|荣登榜单
    private void ReadList(int sentence, TextSpan span, TextSpan honor, List<HonorDraft> drafts)
    {
        var comma = _text.IndexOf('，', honor.End);
        if (comma < 0 || comma >= span.End || HonorWords.Announced.FindFirst(_text, new TextSpan(honor.End, Math.Min(comma, honor.End + VerbReach))).IsEmpty)
        {
            return;
        }

        for (var i = comma + 1; i < span.End; i++)
        {
            var length = context.MentionAt(i) is null ? HonorWords.Listed.MatchAt(_text, i) : 0;
            if (length == 0 || (i + length < span.End && _text[i + length] is not ('，' or '。' or '；')))
            {
                continue;
            }

            var verb = new TextSpan(i, i + length);
            foreach (var recipient in _recipients.Before(sentence, _parties.ClauseStart(span, i), verb, honor))
            {
                drafts.Add(new HonorDraft(recipient, honor, _recipients.Giver(span, honor, recipient), _parties.Date(new TextSpan(span.Start, honor.Start)), new TextSpan(span.Start, i + length), "list", verb));
            }
        }
    }
}
