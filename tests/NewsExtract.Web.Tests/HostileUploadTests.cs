using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace NewsExtract.Web.Tests;

/// <summary>Uploads that are made to do harm, to the server as it is run.</summary>
public class HostileUploadTests
{
    /// <summary>What the part unpacks to: a reader that takes it all needs as much memory.</summary>
    private const uint Unpacked = 2048u << 20;

    [Theory]
    [InlineData(Unpacked)]
    // It says that it is small.
    [InlineData(1000u)]
    public async Task A_word_file_that_unpacks_to_gigabytes_is_refused_and_costs_its_own_reading_alone(uint announced)
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-hostile-").FullName;
        await using (var server = await ServerProcess.StartAsync(folder))
        {
            var bomb = await server.Client.UploadAsync("bomb.docx", Bomb(announced));
            var text = await server.Client.UploadAsync("a.txt", Encoding.UTF8.GetBytes("太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n"));

            var items = (await server.Client.IngestAsync(bomb, text)).Where(static one => one.EventType == "item").Select(static one => JsonElement.Parse(one.Data)).ToDictionary(static item => item.GetProperty("name").GetString()!);

            Assert.Equal("failed", items["bomb.docx"].GetProperty("outcome").GetString());
            Assert.StartsWith("NX1", items["bomb.docx"].GetProperty("code").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain('\n', items["bomb.docx"].GetProperty("message").GetString()!);
            Assert.Equal("stored", items["a.txt"].GetProperty("outcome").GetString());
            Assert.True(server.PeakMemory() is null or (> 0 and < Unpacked / 2), $"{server.PeakMemory() >> 20} MiB");
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A Word file of a few megabytes with one part, blanks alone.</summary>
    private static byte[] Bomb(uint announced)
    {
        var data = Blanks();
        var name = Encoding.ASCII.GetBytes("word/document.xml");
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(0x04034B50u);
        WriteEntry();
        writer.Write(name);
        writer.Write(data);
        var directory = (int)file.Length;
        writer.Write(0x02014B50u);
        writer.Write((ushort)20);
        WriteEntry();

        // No comment, first disk, no attributes, the entry at 0.
        writer.Write(new byte[14]);
        writer.Write(name);
        var length = (int)file.Length - directory;
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write((ushort)1);
        writer.Write((ushort)1);
        writer.Write(length);
        writer.Write(directory);
        writer.Write((ushort)0);
        return file.ToArray();

        // Version, flags, method, time and checksum, sizes, lengths of the name and of nothing more.
        void WriteEntry()
        {
            writer.Write((ushort)20);
            writer.Write((ushort)0);
            writer.Write((ushort)8);
            writer.Write(0L);
            writer.Write(data.Length);
            writer.Write(announced);
            writer.Write((ushort)name.Length);
            writer.Write((ushort)0);
        }
    }

    // One packed block again and again: none leans on what stands before it.
    private static byte[] Blanks()
    {
        const int Block = 16 << 20;
        using var block = new MemoryStream();
        using (var packing = new DeflateStream(block, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(Encoding.ASCII.GetBytes(new string(' ', Block)));
            packing.Flush();
            var bytes = block.ToArray();
            using var all = new MemoryStream();
            for (var i = 0; i < Unpacked / Block; i++)
            {
                all.Write(bytes);
            }

            // The last block, empty.
            all.Write([0x03, 0x00]);
            return all.ToArray();
        }
    }
}
