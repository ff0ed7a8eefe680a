#!/usr/bin/env python3
"""Pack the weights of LAC-small into models/lac/lac-small.bin; models/lac.md says what they are.

usage: scripts/pack_lac.py LAC_SMALL_DIR [OUT]

LAC_SMALL_DIR  jieba/lac_small of Debian's package python3-jieba:
               apt-get download python3-jieba && dpkg -x python3-jieba_*.deb DIR
               DIR/usr/lib/python3/dist-packages/jieba/lac_small

Embeddings become signed bytes with a scale a row, other matrices half floats, biases and transitions stay single floats.
The same weights give the same bytes; any Python 3.8 or later does, without packages.

The file, little endian, matrices row by row:
  8 bytes    "NXLAC001"
  4 int32    V entries of the vocabulary, E embedding, H hidden, T tags
  V uint16   UTF-16 unit of each entry, 0 for an entry that is no character; the last entry stands for all others
  int32, n bytes   the tags in UTF-8, one a line
  V float32, V*E int8   a scale a row; embeddings / scale
  4 times (layer 1 forward, layer 1 backward, layer 2 forward, layer 2 backward), I inputs:
    I*3H float16   input to update, reset, candidate
    3H float32     bias (that of the projection and that of the unit added)
    H*2H float16   state to update, reset
    H*H float16    reset state to candidate
  2H*T float16, T float32   output and its bias
  (T+2)*T float32   start, stop, then from tag (row) to tag (column)
  32 bytes   SHA-256 of all before
"""
import array
import hashlib
import pathlib
import struct
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HIDDEN = 128


def read_tensor(path):
    """Read one variable of Paddle's: a header, a protobuf with type and shape, row-major float32."""
    data = path.read_bytes()
    (size,) = struct.unpack_from("<i", data, 16)
    description, shape, at = data[20 : 20 + size], [], 2
    if description[:2] != b"\x08\x05":
        sys.exit(f"{path}: not float32")
    while at < size:
        at, value, shift = at + 1, 0, 0
        while True:
            value |= (description[at] & 127) << shift
            at, shift = at + 1, shift + 7
            if description[at - 1] < 128:
                break
        shape.append(value)
    values = array.array("f")
    values.frombytes(data[20 + size :])
    if sys.byteorder == "big":
        values.byteswap()
    return values, shape


def singles(values):
    return struct.pack(f"<{len(values)}f", *values)


def halves(values):
    return struct.pack(f"<{len(values)}e", *values)


def read_entries(path):
    return dict((int(number), entry) for number, entry in (line.split("\t") for line in path.read_text("utf-8").split("\n") if line.count("\t") == 1))


def main():
    source = pathlib.Path(sys.argv[1])
    target = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "models/lac/lac-small.bin"

    def tensor(name):
        return read_tensor(source / "model_baseline" / name)

    embeddings, (entries, width) = tensor("word_emb")
    words, tags = read_entries(source / "word.dic"), read_entries(source / "tag.dic")
    if words[entries - 1] != "OOV":
        sys.exit("the last entry of the vocabulary is not OOV")
    units = [ord(words[i]) if len(words.get(i, "")) == 1 else 0 for i in range(entries)]
    names = "\n".join(tags[i] for i in range(len(tags))).encode()

    out = bytearray(b"NXLAC001")
    out += struct.pack("<4i", entries, width, HIDDEN, len(tags))
    out += struct.pack(f"<{entries}H", *units)
    out += struct.pack("<i", len(names)) + names
    rows = [embeddings[i * width : (i + 1) * width] for i in range(entries)]
    scales = [struct.unpack("<f", struct.pack("<f", max(map(abs, row)) / 127 or 1))[0] for row in rows]
    out += singles(scales)
    for row, scale in zip(rows, scales):
        out += struct.pack(f"{width}b", *(max(-127, min(127, round(value / scale))) for value in row))
    for unit in range(4):
        projection, _ = tensor(f"fc_{unit}.w_0")
        recurrent, _ = tensor(f"gru_{unit}.w_0")
        bias = [a + b for a, b in zip(tensor(f"fc_{unit}.b_0")[0], tensor(f"gru_{unit}.b_0")[0])]
        # Paddle's shape says 128 x 384, yet it lays the gates (128 x 256) whole before the candidate (128 x 128): as here.
        out += halves(projection) + singles(bias) + halves(recurrent)
    out += halves(tensor("fc_4.w_0")[0]) + singles(tensor("fc_4.b_0")[0]) + singles(tensor("crfw")[0])
    out += hashlib.sha256(out).digest()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(out)
    print(f"{target}: {len(out)} bytes, SHA-256 {hashlib.sha256(out).hexdigest()}")


main()
