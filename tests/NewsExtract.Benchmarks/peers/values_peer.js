// node values_peer.js TEXTS.jsonl [REPEATS] > values.jsonl: runs Recognizers-Text for Chinese over {id, text, date} lines,
// writes {id, values} lines as newsextract values does, and the best time of a pass to standard error.
'use strict';
const fs = require('fs');
const R = require('@microsoft/recognizers-text-suite');

const [input, repeats = '3'] = process.argv.slice(2);
const rows = fs.readFileSync(input, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const culture = R.Culture.Chinese;
const models = [
  ['number', (text) => R.recognizeNumber(text, culture)],
  ['ordinal', (text) => R.recognizeOrdinal(text, culture)],
  ['percentage', (text) => R.recognizePercentage(text, culture)],
  ['money', (text) => R.recognizeCurrency(text, culture)],
  ['quantity', (text) => R.recognizeDimension(text, culture)],
  ['time', (text, date) => R.recognizeDateTime(text, culture, undefined, date)],
];
const CURRENCIES = { 'Chinese yuan': 'CNY', 'United States dollar': 'USD', Dollar: 'USD', Euro: 'EUR', 'Japanese yen': 'JPY', 'Hong Kong dollar': 'HKD', 'New Taiwan dollar': 'TWD', 'British pound': 'GBP', Pound: 'GBP', 'Australian dollar': 'AUD', 'South Korean won': 'KRW', 'Russian ruble': 'RUB' };

// end is inclusive there
function convert(kind, found, text) {
  const base = { kind, text: text.slice(found.start, found.end + 1), start: found.start, end: found.end + 1 };
  const given = found.resolution || {};
  if (kind === 'time') {
    const value = (given.values || [])[0] || {};
    if (found.typeName.endsWith('duration')) return { ...base, kind: 'duration', value: { iso: value.timex } };
    return { ...base, value: { start: value.start || value.value, end: value.end || value.value } };
  }
  if (kind === 'money') return { ...base, value: { value: given.value, currency: given.isoCurrency || CURRENCIES[given.unit] || given.unit } };
  return { ...base, value: { value: String(given.value ?? '').replace('%', ''), unit: given.unit } };
}

function pass() {
  return rows.map((row) => {
    const date = row.date ? new Date(row.date + 'T00:00:00') : new Date(2020, 0, 1);
    const values = [];
    for (const [kind, run] of models) for (const found of run(row.text, date)) values.push(convert(kind, found, row.text));
    return { id: row.id, values };
  });
}

let best = Infinity;
let results;
for (let i = 0; i < Number(repeats); i++) {
  const start = process.hrtime.bigint();
  results = pass();
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
}
const characters = rows.reduce((sum, row) => sum + row.text.length, 0);
for (const result of results) console.log(JSON.stringify(result));
console.error(JSON.stringify({ characters, milliseconds: best }));
