using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Tests.FactTypes;

/// <summary>A file of fact types either makes sense or is refused, one line a problem.</summary>
public class FactTypeFileTests
{
    private const string Role = """{"name":"buyer","types":["ORG"],"from":[{"where":"subject"}]}""";
    private const string Trigger = """{"id":"bought","words":["收购"],"example":"甲","counterExample":"乙"}""";

    [Theory]
    [InlineData("", "a:1:1: this is no JSON")]
    [InlineData("{\n  name", "a:2:3: this is no JSON")]
    [InlineData("{\"name\":\"x\"},{\"name\":\"y\"}", "a:1:13: this is no JSON")]
    [InlineData("{\"name\":\"x\",\n\"form\":1}", "there is no such key at $.form")]
    [InlineData("[{\"name\":\"x\",\"roles\":[{\"nme\":\"r\"}]}]", "there is no such key at $[0].roles[0].nme")]
    [InlineData("{\"name\":\"x\",\"name\":\"y\"}", "a key stands twice at $.name")]
    [InlineData("{\"name\":\"x\",\n\"roles\":{}}", "a value of another kind was expected at $.roles")]
    [InlineData("{\"name\":\"x\",\n \"roles\":[null]}", "a:2:11: null says nothing here")]
    public void What_is_no_JSON_or_has_unknown_keys_is_refused_with_its_place(string json, string message)
    {
        var diagnostic = Assert.Single(Refuse(json));

        Assert.Equal("NX1211", diagnostic.Code);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.StartsWith("a:", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "declares no fact type")]
    [InlineData("""{"name":"Purchase","roles":[ROLE],"triggers":[TRIGGER]}""", "'Purchase' needs a name")]
    [InlineData("""{"name":"position","roles":[ROLE],"triggers":[TRIGGER]}""", "the name position is taken")]
    [InlineData("""[{"name":"x","roles":[ROLE],"triggers":[TRIGGER]},{"name":"x","roles":[ROLE],"triggers":[TRIGGER]}]""", "the name x is taken")]
    [InlineData("""{"name":"x","triggers":[TRIGGER]}""", "x has no roles")]
    [InlineData("""{"name":"x","roles":[ROLE]}""", "x has no triggers")]
    [InlineData("""{"name":"x","roles":[ROLE,ROLE],"triggers":[TRIGGER]}""", "two roles have the name buyer")]
    [InlineData("""{"name":"x","roles":[{"name":"type","types":["ORG"],"from":[{"where":"after"}]}],"triggers":[TRIGGER]}""", "the role 'type' needs a name")]
    [InlineData("""{"name":"x","roles":[{"name":"r","types":["COMPANY"],"from":[{"where":"after"}]}],"triggers":[TRIGGER]}""", "there is no mention type 'COMPANY'")]
    [InlineData("""{"name":"x","roles":[{"name":"r","kind":"many","types":["ORG"],"from":[{"where":"after"}]}],"triggers":[TRIGGER]}""", "there is no kind 'many'")]
    [InlineData("""{"name":"x","roles":[{"name":"r","kind":"2","types":["ORG"],"from":[{"where":"after"}]}],"triggers":[TRIGGER]}""", "there is no kind '2'")]
    [InlineData("""{"name":"x","roles":[ROLE,{"name":"kind","kind":"choice","choices":["all"]}],"triggers":[{"id":"b","pattern":"买(?<kind>.)","example":"甲","counterExample":"乙"}]}""", "the group kind")]
    [InlineData("""{"name":"x","roles":[{"name":"r","kind":"number","types":["ORG"],"from":[{"where":"after"}]}],"triggers":[TRIGGER]}""", "a number is read of MONEY")]
    [InlineData("""{"name":"x","roles":[{"name":"r","kind":"date","types":["ORG"],"from":[{"where":"after"}]}],"triggers":[TRIGGER]}""", "a date is read of DATE only")]
    [InlineData("""{"name":"x","roles":[{"name":"r","from":[{"where":"after"}]}],"triggers":[TRIGGER]}""", "lacks the mention types")]
    [InlineData("""{"name":"x","roles":[{"name":"r","types":["ORG"]}],"triggers":[TRIGGER]}""", "nothing ever fills it")]
    [InlineData("""{"name":"x","roles":[{"name":"r","kind":"choice"}],"triggers":[TRIGGER]}""", "choices go with the kind choice")]
    [InlineData("""{"name":"x","roles":[{"name":"r","types":["ORG"],"from":[{"where":"near"}]}],"triggers":[TRIGGER]}""", "there is no place 'near'")]
    [InlineData("""{"name":"x","roles":[{"name":"r","types":["ORG"],"from":[{"where":"after","within":"page"}]}],"triggers":[TRIGGER]}""", "within is clause or sentence")]
    [InlineData("""{"name":"x","roles":[{"name":"r","types":["ORG"],"from":[{"where":"subject","reach":3}]}],"triggers":[TRIGGER]}""", "within and reach go with before and after")]
    [InlineData("""{"name":"x","roles":[{"name":"r","types":["ORG"],"from":[{"where":"occasion","led":["在"]}]}],"triggers":[TRIGGER]}""", "an occasion tells")]
    [InlineData("""{"name":"x","roles":[{"name":"r","types":["ORG"],"from":[{"where":"after","for":["sold"]}]}],"triggers":[TRIGGER]}""", "for names 'sold'")]
    [InlineData("""{"name":"x","once":["seller"],"roles":[ROLE],"triggers":[TRIGGER]}""", "once names 'seller'")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[TRIGGER,TRIGGER]}""", "two triggers have the id bought")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[{"id":"b","example":"甲","counterExample":"乙"}]}""", "either words or a pattern")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[{"id":"b","words":["买","買"],"example":"甲","counterExample":"乙"}]}""", "the word '买' is empty or stands twice")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[{"id":"b","words":["买"],"notLed":[""],"example":"甲","counterExample":"乙"}]}""", "a word is empty")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[{"id":"b","words":["买"],"example":"甲"}]}""", "needs an example")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[{"id":"b","words":["买"],"sets":{"kind":"all"},"example":"甲","counterExample":"乙"}]}""", "sets 'kind'")]
    [InlineData("""{"name":"x","roles":[ROLE,{"name":"kind","kind":"choice","choices":["all"]}],"triggers":[{"id":"b","words":["买"],"sets":{"kind":"part"},"example":"甲","counterExample":"乙"}]}""", "sets kind to 'part'")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[{"id":"b","pattern":"买(?<what>.)","example":"甲","counterExample":"乙"}]}""", "the group what")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[TRIGGER],"examples":[{"text":"甲","facts":[{"seller":"乙"}]}]}""", "an example names the role 'seller'")]
    [InlineData("""{"name":"x","roles":[ROLE],"triggers":[TRIGGER],"examples":[{}]}""", "an example has no text")]
    public void What_makes_no_sense_is_refused(string json, string message)
    {
        var diagnostics = Refuse(json.Replace("ROLE", Role, StringComparison.Ordinal).Replace("TRIGGER", Trigger, StringComparison.Ordinal));

        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == "NX1212" && diagnostic.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(diagnostics, diagnostic => Assert.StartsWith("a: ", diagnostic.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("(收购", "Not enough )")]
    [InlineData("(?=收)购", "look-arounds")]
    [InlineData("(?<buyer>.)\\\\k<buyer>", "back references")]
    [InlineData("(收{1,1000}){1,1000}", "can't be taken")]
    [InlineData("收*", "matches where nothing stands")]
    [InlineData("收購", "which has no 購 — write 购")]
    public void A_pattern_that_can_not_run_in_linear_time_or_never_matches_is_refused(string pattern, string message)
    {
        var diagnostic = Assert.Single(Refuse($$"""{"name":"x","roles":[{{Role}}],"triggers":[{"id":"b","pattern":"{{pattern}}","example":"甲","counterExample":"乙"}]}"""));

        Assert.Equal("NX1213", diagnostic.Code);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_a_file_are_told_at_once()
    {
        var diagnostics = Refuse($$"""{"name":"X","roles":[{{Role}}],"triggers":[{"id":"b","pattern":"(","example":"甲","counterExample":"乙"}]}""");

        Assert.Equal(["NX1212", "NX1213"], diagnostics.Select(diagnostic => diagnostic.Code).Order());
    }

    [Fact]
    public void Comments_and_several_types_are_taken_and_the_hash_is_of_the_bytes()
    {
        var json = $$"""
            // two
            [
              {"name":"x","roles":[{{Role}}],"triggers":[{{Trigger}}]},
              {"name":"y","roles":[{{Role}}],"triggers":[{{Trigger}}]}
            ] // types
            """;
        var file = Load(json);

        Assert.Equal(["x", "y"], file.Extractors.Select(extractor => extractor.Definition.Name));
        Assert.Equal(Load(json).Hash, file.Hash);
        Assert.NotEqual(Load(json + " ").Hash, file.Hash);
    }

    private static FactTypeFile Load(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return FactTypeFile.Load(stream, "a");
    }

    private static ImmutableArray<Diagnostic> Refuse(string json) => Assert.Throws<FactTypeFileException>(() => Load(json)).Diagnostics;
}
