using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NewsExtract.Specs;

/// <summary>One section of a spec: a text and the facts of one type that it states.</summary>
/// <param name="Name">File and section.</param>
/// <param name="Text">The quoted lines; marks <c>{PER|李明}</c> fix the mentions.</param>
/// <param name="Expected">Roles and values of each fact; empty after <c>none</c>.</param>
internal sealed record SpecCase(string Name, string Text, string FactType, ImmutableArray<ImmutableSortedDictionary<string, string>> Expected);

/// <summary>
/// Reads <c>*.spec.md</c>: under a heading, a quoted text, then <c>- position person=李明 title=市长</c> for each fact
/// of that type, or <c>- none position</c>. List values are parted by <c>|</c>. All facts of the type must be named,
/// with every role but the ones left open as <c>role=*</c>; <c>modality=planned</c> stands beside the roles.
/// </summary>
internal static partial class SpecFile
{
    /// <exception cref="InvalidDataException">A line that is none of these, a section without text or without facts.</exception>
    public static ImmutableArray<SpecCase> Read(string path)
    {
        var cases = ImmutableArray.CreateBuilder<SpecCase>();
        var file = Path.GetFileName(path);
        var heading = "";
        List<string> quoted = [];
        List<string> claims = [];
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith('#'))
            {
                Close();
                heading = line.TrimStart('#', ' ');
            }
            else if (line.StartsWith('>'))
            {
                if (claims.Count > 0)
                {
                    Close();
                }

                quoted.Add(line.Length > 1 && line[1] == ' ' ? line[2..] : line[1..]);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal) && quoted.Count > 0)
            {
                claims.Add(line[2..].Trim());
            }
            else if (claims.Count > 0 && line.Length > 0)
            {
                Close();
            }
        }

        Close();
        return cases.ToImmutable();

        void Close()
        {
            if (quoted.Count > 0)
            {
                if (claims.Count == 0)
                {
                    throw new InvalidDataException($"{file}:{number}: '{heading}' has a text and no facts; write '- none TYPE'");
                }

                cases.Add(Build($"{file} {heading}", string.Join('\n', quoted), claims));
            }

            quoted = [];
            claims = [];
        }
    }

    private static SpecCase Build(string name, string text, List<string> claims)
    {
        string? type = null;
        var expected = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, string>>();
        foreach (var claim in claims)
        {
            var words = claim.Split(' ', 2);
            var none = words[0] == "none";
            var own = none ? words[1].Trim() : words[0];
            if (type is not null && type != own)
            {
                throw new InvalidDataException($"{name}: facts of {type} and of {own} in one section");
            }

            type = own;
            if (!none)
            {
                expected.Add(RolePattern().Matches(words.Length > 1 ? words[1] : "")
                    .ToImmutableSortedDictionary(match => match.Groups["role"].Value, match => match.Groups["value"].Value.Trim(), StringComparer.Ordinal));
            }
        }

        return new SpecCase(name, text, type!, expected.ToImmutable());
    }

    // person=李明 title=市长
    [GeneratedRegex(@"(?<role>[a-z]+)=(?<value>.*?)(?=\s[a-z]+=|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RolePattern();
}
