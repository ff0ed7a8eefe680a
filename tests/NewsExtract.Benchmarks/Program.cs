// Run in Release:
//   dotnet run -c Release --project tests/NewsExtract.Benchmarks -- --filter '*'              BenchmarkDotNet
//   … -- segment span|jieba-net PATH                                                          cuts a file or folder, prints counts (for peers/run.sh)
//   … -- stages PATH [REPEATS]                                                                time by stage of the pipeline
//   … -- load                                                                                 time of loading the shipped models
//   … -- pdfs FOLDER [FILTER]                                                                 how much of each PDF file is read, and the floors
//   … -- boxes FOLDER [FILTER]                                                                whether boxes stand where mutool sees the glyphs
//   … -- pdf-stages PATH [REPEATS]                                                            time by stage of reading a PDF file, or a folder of them
//   … -- values FILE.jsonl [REPEATS]                                                          time of recognising values (for peers/run-values.sh)
//   … -- lac MODEL FILE [REPEATS]                                                             accuracy and speed of LAC-small on a file of BIO tags
//   … -- models TRAIN MEASURED HELD SHARE [FILTER]                                            kinds of taggers compared (docs/models.md)
//   … -- corpus TRAIN TEST [SHARE [PASSES]]                                                   the tagger trained on another corpus, one sentence in SHARE
//   … -- across TEST                                                                          the shipped model on a corpus that marks PER, LOC and ORG
//   … -- spans FOLDER [MODEL]                                                                 the classifier of spans beside the tagger's own probability
//   … -- lexicons FOLDER...                                                                   what the rules' lexicons bring, one kind emptied at a time
//   … -- noise FOLDER [MODEL...]                                                              what characters misread as OCR does cost, by rules and models
//   … -- facts TRAIN CHECK                                                                    the scorer of facts on bulletins that it did not learn from
//   … -- store CORPUS STORE [ARTICLES]                                                        time of full-text questions to a large store (100,000 articles)
//   … -- web FILE|URL [FACTS]                                                                 server time of each question to a store of 100,000 facts (made where there is none), warm and right after a write; bytes of the first page
//   … -- review STORE                                                                         time of contradictions and of what waits for review, over such a store
//   … -- link FILE [COUNT]                                                                    time of linking names and shared texts of some bulletins (10) more of a store that web or store made, beside linking all
//   … -- load FOLDER SECONDS                                                                  the same with 50 readers and an ingest at once; build src/NewsExtract.Cli as well
//   … -- mutate COUNT [FOLDER]                                                                damaged PDF files (of FOLDER too): nothing may crash or hang
//   … -- bulletins COUNT FOLDER [SEED]                                                        composes bulletins out of corpus/train
using BenchmarkDotNet.Running;
using NewsExtract.Benchmarks;
using NewsExtract.Benchmarks.Bulletins;
using NewsExtract.Benchmarks.Tagging;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.PdfChecks;

switch (args)
{
    case ["segment", var name, var path]:
        WholeRuns.Segment(name == "jieba-net" ? new JiebaNetTokenizer() : new SpanTokenizer(), path);
        return 0;
    case ["stages", var path, .. var rest]:
        WholeRuns.Stages(path, Repeats(rest));
        return 0;
    case ["load"]:
        ModelLoads.Print();
        return 0;
    case ["pdfs", var path, .. var rest]:
        return PdfTable.Print(path, rest.FirstOrDefault(""));
    case ["boxes", var path, .. var rest]:
        return BoxTable.Print(path, rest.FirstOrDefault(""));
    case ["pdf-stages", var path, .. var rest]:
        PdfStages.Print(path, Repeats(rest));
        return 0;
    case ["values", var path, .. var rest]:
        ValueRuns.Print(path, Repeats(rest));
        return 0;
    case ["lac", var model, var path, .. var rest]:
        LacRuns.Print(model, path, Repeats(rest));
        return 0;
    case ["models", var train, var measured, var held, var share, .. var rest]:
        ModelKinds.Print(train, measured, held, int.Parse(share, System.Globalization.CultureInfo.InvariantCulture), rest.FirstOrDefault(""));
        return 0;
    case ["corpus", var train, var test, .. var rest]:
        CorpusRuns.Train(train, test, Number(rest, 0, 1), Number(rest, 1, 3));
        return 0;
    case ["across", var test]:
        CorpusRuns.Shipped(test);
        return 0;
    case ["spans", var folder, .. var rest]:
        SpanRuns.Print(folder, rest.FirstOrDefault());
        return 0;
    case ["lexicons", .. var folders]:
        LexiconRuns.Print(folders);
        return 0;
    case ["noise", var folder, .. var models]:
        NoiseRuns.Print(folder, models);
        return 0;
    case ["store", var corpus, var location, .. var rest]:
        StoreRuns.Print(corpus, location, Number(rest, 0, 100_000));
        return 0;
    case ["web", var location, .. var rest]:
        await WebRuns.AskAsync(location, Number(rest, 0, WebRuns.Facts)).ConfigureAwait(false);
        return 0;
    case ["review", var location]:
        ReviewRuns.Print(location);
        return 0;
    case ["link", var location, .. var rest]:
        LinkRuns.Print(location, Number(rest, 0, 10));
        return 0;
    case ["load", var folder, var seconds]:
        await WebRuns.LoadAsync(folder, int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)).ConfigureAwait(false);
        return 0;
    case ["facts", var train, var check]:
        FactRuns.Print(train, check);
        return 0;
    case ["mutate", var count, .. var rest]:
        return MutationTable.Print(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), rest.FirstOrDefault());
    case ["bulletins", var count, var folder, .. var rest]:
        new BulletinGenerator(DevTexts.Folder("train"), Number(rest, 0, 1)).Write(folder, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case [ReaderProcess.Argument]:
        ReaderProcess.Serve();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}

static int Number(string[] rest, int place, int otherwise) => place < rest.Length ? int.Parse(rest[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;

static int Repeats(string[] rest) => rest is [var repeats] ? int.Parse(repeats, System.Globalization.CultureInfo.InvariantCulture) : 5;
