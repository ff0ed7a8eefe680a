namespace NewsExtract.Extraction.Discourse;

/// <summary>Takes the words off that link what is counted to its number: 项目|达, 总投资|超.</summary>
internal sealed class LinkTrimmer(string text, TokenIndex tokens)
{
    public TextSpan Trim(TextSpan zone)
    {
        var end = zone.End;
        while (end > zone.Start)
        {
            var length = NumberWords.Instance.Before(text, zone.Start, end, NumberWord.Link, out _);
            if (length == 0 || (length == 1 && !tokens.IsWord(end - 1)))
            {
                break;
            }

            end -= length;
        }

        return new TextSpan(zone.Start, end);
    }
}
