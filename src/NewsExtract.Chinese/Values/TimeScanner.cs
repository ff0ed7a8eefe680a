using NewsExtract.Chinese.Dates;
using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Values;

/// <summary>Reads and resolves dates and times of day at the places of one text, in order. Not safe for concurrent use.</summary>
/// <param name="text">Folded.</param>
/// <param name="followsBlank">Whether the source sets a blank before a position.</param>
internal sealed class TimeScanner(string text, PartialDate? date, Func<int, bool> followsBlank)
{
    private readonly DateResolver _dates = new(new DateReference(TimeSteps.Usable(date), IsIssue: TimeSteps.Usable(date) is not null));
    private readonly TimeResolver _times = new(date);
    private int _seen;
    private int _silent;

    // 民国112年: then 115年 is a year, too.
    private readonly bool _rocYears = text.Contains("民国1", StringComparison.Ordinal);

    /// <param name="found">Takes the value, and behind it its parts.</param>
    /// <param name="next">Where to go on when nothing is found.</param>
    public bool TryRead(int position, List<RecognizedValue> found, out int next)
    {
        next = position + 1;
        if (position < _silent)
        {
            return false;
        }

        if (ErasBefore.TryRead(text, position, out var before))
        {
            found.Add(before);
            next = before.Span.End;
            return true;
        }

        DateExpression? date = TryReadDate(position, out var expression) ? expression : null;
        var time = TimeReader.MayOpen(text[position]) && TimeReader.TryRead(text, position, out var read) && !IsSpacedLength(read) ? read : null;
        if (time is null && date is null)
        {
            return false;
        }

        if (IsRepeated(position) || IsTerm(position))
        {
            _silent = Math.Max(time?.Span.End ?? 0, date?.Span.End ?? 0);
            return false;
        }

        StartSentences(position);

        // Plans, decades, reigns and seasons are longer as dates.
        if (time is not null && time.Span.End >= (date?.Span.End ?? 0))
        {
            next = time.Span.End;

            // 截至11月底 looks back.
            var value = _times.Resolve(time, text[position] == '截' || DateOutlook.IsReport(text, time.Span));
            if (_times.IsImpossible)
            {
                // 闰四月 in a year without it
                _silent = next;
                return false;
            }

            found.Add(new RecognizedValue(ValueKind.Time, time.Span, value));
            foreach (var part in time.Parts)
            {
                found.Add(new RecognizedValue(ValueKind.Time, part.Span, _times.Resolve(part)) { IsPart = true });
            }

            return true;
        }

        next = date!.Span.End;
        var resolved = _dates.Resolve(date, DateOutlook.IsReport(text, date.Span));
        if (resolved.Start is { } start && resolved.Start == resolved.End)
        {
            _times.Remember(start.ToDateTime(TimeOnly.MinValue));
        }

        found.Add(new RecognizedValue(ValueKind.Time, date.Span, new TimeValue
        {
            Edtf = resolved.Edtf,
            Start = resolved.Start?.ToDateTime(TimeOnly.MinValue),
            End = resolved.End?.ToDateTime(TimeOnly.MinValue),
        }));
        return true;
    }

    // 11 年 is a number and its unit, 11年 alone a year.
    private bool IsSpacedLength(TimeExpression time) =>
        time is { From: [{ Kind: TimeStepKind.Year }], To: null, Span.Length: 3 } && NumeralCharacters.IsArabic(text[time.Span.Start]) && text[time.Span.Start] != '0' && followsBlank(time.Span.Start + 2);

    // 判处拘役|3至5月: a length.
    private bool IsTerm(int position)
    {
        var before = text.AsSpan(0, position);
        return before.EndsWith("拘役") || before.EndsWith("徒刑") || before.EndsWith("管制") || before.EndsWith("刑期");
    }

    // 每年3月, 每月的4号, 每天上午: no one time.
    private bool IsRepeated(int position)
    {
        var before = text.AsSpan(0, position);
        if (before is [.., '到' or '至'])
        {
            // 每月2日到|5日
            before = before[..^1].TrimEnd("日号").TrimEnd(NumeralCharacters.Openers);
        }

        before = before.EndsWith("的") ? before[..^1] : before;
        return before.EndsWith("每年") || before.EndsWith("每月") || before.EndsWith("每个月") || before.EndsWith("每周") || before.EndsWith("每天") || before.EndsWith("每日") || before.EndsWith("每");
    }

    private bool TryReadDate(int position, out DateExpression expression)
    {
        expression = null!;
        var lexicon = DateLexicon.Default;
        return lexicon.OpenerSet.Contains(text[position]) && lexicon.MayOpen(text, position) && DateReader.TryRead(text, position, _rocYears, out expression);
    }

    private void StartSentences(int position)
    {
        if (position > _seen && text.AsSpan(_seen, position - _seen).IndexOfAny("。！？\n") >= 0)
        {
            _times.StartSentence();
            _dates.StartSentence();
        }

        _seen = position;
    }
}
