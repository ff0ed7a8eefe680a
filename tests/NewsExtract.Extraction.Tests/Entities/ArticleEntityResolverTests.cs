using System.Collections.Immutable;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Extraction.Entities;

namespace NewsExtract.Extraction.Tests.Entities;

public sealed class ArticleEntityResolverTests
{
    [Fact]
    public void A_short_form_joins_its_full_name()
    {
        var entities = Resolve(
            (EntityType.Organization, "山西晋宏新材料股份有限公司"),
            (EntityType.Organization, "晋宏股份"),
            (EntityType.GeoPolitical, "太原"),
            (EntityType.GeoPolitical, "太原市"));

        Assert.Equal(2, entities.Length);
        Assert.Equal("山西晋宏新材料股份有限公司", entities[0].Name);
        Assert.Equal(["晋宏股份"], entities[0].Aliases.ToArray());
        Assert.Equal([2, 3], entities[1].Mentions.ToArray());
    }

    [Fact]
    public void A_short_form_of_two_names_stays_alone()
    {
        var entities = Resolve(
            (EntityType.Organization, "安岭重工集团有限公司"),
            (EntityType.Organization, "安岭重型汽车集团有限公司"),
            (EntityType.Organization, "安岭集团"));

        Assert.Equal(3, entities.Length);
    }

    [Fact]
    public void People_and_other_types_are_not_joined_by_their_characters()
    {
        var entities = Resolve(
            (EntityType.Person, "李小明"),
            (EntityType.Person, "李明"),
            (EntityType.Zone, "安岭高新区"),
            (EntityType.Facility, "安岭高新区会展中心"),
            (EntityType.Title, "市长"));

        Assert.Equal(4, entities.Length);
    }

    private static ImmutableArray<Entity> Resolve(params (EntityType Type, string Name)[] names)
    {
        var source = string.Join('、', names.Select(name => name.Name));
        var document = new Document { Id = new string('0', 64), SourceName = "a.txt", Text = source };
        var article = new Article { Blocks = [new Block(BlockKind.Body, [new TextSpan(0, source.Length)])] };
        var text = new ArticleTextBuilder().Build(document, article);
        var start = 0;
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (var (type, name) in names)
        {
            mentions.Add(new Mention(type, new TextSpan(start, start + name.Length), new Producer("test", "1")));
            start += name.Length + 1;
        }

        return new ArticleEntityResolver().Resolve(text, mentions.ToImmutable());
    }
}
