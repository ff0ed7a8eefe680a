using System.Reflection;
using NetArchTest.Rules;

namespace NewsExtract.Architecture.Tests;

/// <summary>Dependencies point one way, and each outside package stands in one project.</summary>
public class LayerTests
{
    private const string Core = "NewsExtract.Core";
    private const string Readers = "NewsExtract.Readers";
    private const string Chinese = "NewsExtract.Chinese";
    private const string Learning = "NewsExtract.Learning";
    private const string Extraction = "NewsExtract.Extraction";
    private const string Linking = "NewsExtract.Linking";
    private const string Onnx = "NewsExtract.Onnx";
    private const string Storage = "NewsExtract.Storage";
    private const string Batch = "NewsExtract.Batch";
    private const string Queue = "NewsExtract.Queue";
    private const string Facade = "NewsExtract.Facade";
    private const string Web = "NewsExtract.Web";
    private const string Command = "newsextract";

    private static readonly string[] s_projects = [Core, Readers, Chinese, Learning, Extraction, Linking, Onnx, Storage, Facade, Batch, Queue, Web, Command];

    /// <summary>A project and those that it may refer to.</summary>
    public static TheoryData<string, string[]> Allowed => new()
    {
        { Core, [] },
        { Readers, [Core] },
        { Chinese, [Core] },
        { Learning, [Core] },
        { Extraction, [Core, Chinese] },
        { Linking, [Core, Chinese] },
        { Onnx, [Core] },
        { Facade, [Core, Readers, Chinese, Learning, Extraction] },
        { Storage, [Core] },
        { Batch, [Core, Readers, Linking, Storage, Facade] },
        { Queue, [Core, Storage, Batch] },
        { Web, [Core, Readers, Linking, Storage, Facade, Batch] },
        { Command, [Core, Readers, Chinese, Learning, Extraction, Linking, Onnx, Storage, Facade, Batch, Queue, Web] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_refers_to_those_below_it_only(string project, string[] allowed)
    {
        var referenced = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).Where(s_projects.Contains);

        Assert.Empty(referenced.Except(allowed));
    }

    [Fact]
    public void Core_needs_the_base_class_library_only() =>
        Assert.All(Assembly.Load(Core).GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));

    [Theory]
    [InlineData("UglyToad.PdfPig", Readers)]
    [InlineData("UtfUnknown", Readers)]
    [InlineData("AngleSharp", Readers)]
    [InlineData("JiebaNet", Chinese)]
    [InlineData("OpenCvSharp", Readers)]
    [InlineData("Microsoft.ML.Data", Learning)]
    [InlineData("Microsoft.ML.Trainers", Learning)]
    [InlineData("Microsoft.ML.MLContext", Learning)]
    [InlineData("Npgsql", Storage)]
    [InlineData("Microsoft.AspNetCore", Web)]
    [InlineData("Microsoft.Data.Sqlite", Storage)]
    [InlineData("Dapper", Storage)]
    [InlineData("Parquet", Storage)]
    [InlineData("SpreadCheetah", Storage)]
    [InlineData("Amazon", Queue)]
    [InlineData("RabbitMQ.Client", Queue)]
    [InlineData("Wolverine", Queue)]
    [InlineData("JasperFx", Queue)]
    [InlineData("Spectre.Console", Command)]
    [InlineData("System.CommandLine", Command)]
    public void An_outside_package_stands_in_one_project(string package, string owner)
    {
        foreach (var project in s_projects.Where(project => project != owner))
        {
            var result = Types.InAssembly(Assembly.Load(project)).ShouldNot().HaveDependencyOn(package).GetResult();

            Assert.True(result.IsSuccessful, $"{project}: {string.Join(", ", result.FailingTypeNames ?? [])} use {package}");
        }
    }

    [Fact]
    public void Only_what_runs_for_long_is_measured_from_outside()
    {
        foreach (var project in s_projects.Where(project => project is not (Web or "NewsExtract.Queue")))
        {
            Assert.True(Types.InAssembly(Assembly.Load(project)).ShouldNot().HaveDependencyOn("OpenTelemetry").GetResult().IsSuccessful, project);
        }
    }

    [Fact]
    public void Networks_run_in_the_reader_of_scans_and_the_users_own_recognizer_only()
    {
        foreach (var project in s_projects.Where(project => project is not (Readers or Onnx)))
        {
            Assert.True(Types.InAssembly(Assembly.Load(project)).ShouldNot().HaveDependencyOn("Microsoft.ML.OnnxRuntime").GetResult().IsSuccessful, project);
        }
    }

    [Fact]
    public void No_type_of_an_outside_package_shows_in_a_public_signature()
    {
        // What Wolverine generates it finds only when it is public.
        foreach (var type in s_projects.SelectMany(project => Assembly.Load(project).GetExportedTypes()).Where(type => type.Namespace != "Internal.Generated.WolverineHandlers"))
        {
            foreach (var used in SignatureTypes(type))
            {
                var assembly = used.Assembly.GetName().Name!;
                Assert.True(
                    assembly.StartsWith("System.", StringComparison.Ordinal) || s_projects.Contains(assembly) || assembly == "Microsoft.Extensions.DependencyInjection.Abstractions",
                    $"{type} shows {used} of {assembly}");
            }
        }
    }

    [Fact]
    public void Classes_are_sealed_static_or_abstract()
    {
        foreach (var project in s_projects)
        {
            var open = Assembly.Load(project).GetTypes().Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && type.Name != "Program" && !type.Name.Contains('<', StringComparison.Ordinal));

            Assert.Empty(open);
        }
    }

    [Theory]
    [InlineData("Helper")]
    [InlineData("Helpers")]
    [InlineData("Manager")]
    [InlineData("Util")]
    [InlineData("Utils")]
    [InlineData("Utility")]
    [InlineData("Common")]
    [InlineData("Base")]
    public void No_type_is_called_after_nothing(string suffix)
    {
        foreach (var project in s_projects)
        {
            // What a generator makes has its own names: <OpenApiXmlCommentSupport_generated>F26…__DocumentationCommentIdHelper.
            Assert.DoesNotContain(Assembly.Load(project).GetTypes(), type => !type.Name.StartsWith('<') && type.Name.EndsWith(suffix, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<Type> SignatureTypes(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = new List<Type?> { type.BaseType };
        types.AddRange(type.GetInterfaces());
        types.AddRange(type.GetProperties(Public).Select(property => property.PropertyType));
        types.AddRange(type.GetFields(Public).Select(field => field.FieldType));
        types.AddRange(type.GetMethods(Public).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
        types.AddRange(type.GetConstructors(Public).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType));
        return types.OfType<Type>().SelectMany(Flatten);
    }

    private static IEnumerable<Type> Flatten(Type type)
    {
        if (type.HasElementType)
        {
            return Flatten(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Flatten).Append(type.GetGenericTypeDefinition()) : type.IsGenericParameter ? [] : [type];
    }
}
