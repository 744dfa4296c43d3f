// Asks an OpenAI-compatible address and prints how long it took, as JSON with milliseconds:
//   node gateway_load.mjs '{"url", "headers", "body", "count", "rate"?, "at_once"?}'
// Without `rate` one after another; with it so many a second, whether answers came or not; with `at_once` all of them at the same time.
import http from 'node:http';

const asked = JSON.parse(process.argv[2]);
const url = new URL(asked.url);
const agent = new http.Agent({ keepAlive: true, maxSockets: asked.at_once ?? 2000, noDelay: true });
const body = JSON.stringify(asked.body);
const wholes = [];
const firsts = [];
let failed = 0;

/// Until the answer is whole; its first words are those of the first piece that holds any.
function once(began = performance.now()) {
  return new Promise((resolve) => {
    const request = http.request(
      { agent, host: url.hostname, port: url.port, path: url.pathname, method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...asked.headers } },
      (response) => {
        let first = 0;
        let last = '';
        if (response.statusCode !== 200) failed += 1;
        response.on('data', (piece) => {
          last = piece;
          if (!first && piece.includes('Dit')) first = performance.now();
        });
        response.on('end', () => {
          wholes.push(performance.now() - began);
          if (first) firsts.push(first - began);
          if (asked.body.stream && !last.includes('[DONE]')) failed += 1;
          resolve();
        });
      });
    request.on('error', () => { failed += 1; resolve(); });
    request.end(body);
  });
}

async function atRate() {
  const all = [];
  const began = performance.now();
  for (let i = 0; i < asked.count;) {
    const due = Math.min(asked.count, Math.floor((performance.now() - began) * asked.rate / 1000) + 1);
    for (; i < due; i += 1) all.push(once());
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  await Promise.all(all);
}

const percentile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p90: percentile(sorted, 0.9), p99: percentile(sorted, 0.99), longest: sorted.at(-1) };
}

for (let i = 0; i < Math.min(100, asked.count) && !asked.at_once; i += 1) await once();  // until everything is warm
wholes.length = 0;
firsts.length = 0;
if (asked.rate) await atRate();
else if (asked.at_once) await Promise.all(Array.from({ length: asked.at_once }, () => once()));
else for (let i = 0; i < asked.count; i += 1) await once();
console.log(JSON.stringify({ failed, whole: summary(wholes), first: firsts.length ? summary(firsts) : null }));
agent.destroy();
