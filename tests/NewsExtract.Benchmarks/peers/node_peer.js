// node node_peer.js nodejieba|node-rs cut|tag PATH: cuts a file, or the .txt files of a folder, and prints counts.
'use strict';
const fs = require('fs');
const path = require('path');

const [engine, mode, input] = process.argv.slice(2);
let run;
if (engine === 'nodejieba') {
  const nodejieba = require('nodejieba');
  run = mode === 'tag' ? (text) => nodejieba.tag(text) : (text) => nodejieba.cut(text);
} else {
  const { Jieba } = require('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict');
  const jieba = Jieba.withDict(dict);
  run = mode === 'tag' ? (text) => jieba.tag(text, true) : (text) => jieba.cut(text, true);
}

const files = fs.statSync(input).isFile()
  ? [input]
  : fs.readdirSync(input).filter((name) => name.endsWith('.txt')).sort().map((name) => path.join(input, name));
let size = 0;
let tokens = 0;
for (const file of files) {
  const data = fs.readFileSync(file);
  size += data.length;
  tokens += run(data.toString('utf8')).length;
}
console.log(`${size} bytes, ${tokens} tokens`);
