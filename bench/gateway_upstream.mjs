// A service that speaks OpenAI's interface and answers the same to everything at once, for measuring what stands before it:
//   node gateway_upstream.mjs PORT
// A streamed answer has twenty words; of the model "open" it stays open until it is told to end by a request to /end.
import http from 'node:http';

const words = 'Dit is een antwoord van twintig woorden dat altijd hetzelfde is en nergens over gaat behalve over zichzelf en zijn lengte'.split(' ');
const usage = { prompt_tokens: 500, completion_tokens: 20, total_tokens: 520 };
const whole = JSON.stringify({
  id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'fixed', usage,
  choices: [{ index: 0, message: { role: 'assistant', content: words.join(' ') }, finish_reason: 'stop' }],
});
const event = (delta, finish = null) => `data: ${JSON.stringify({
  id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'fixed', choices: [{ index: 0, delta, finish_reason: finish }],
})}\n\n`;
const events = [event({ role: 'assistant', content: '' }), ...words.map((word) => event({ content: `${word} ` })), event({}, 'stop')];
const end = 'data: [DONE]\n\n';
let open = [];

function answer(body, response) {
  if (!body.includes('"stream":true') && !body.includes('"stream": true')) {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(whole) });
    return response.end(whole);
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  if (body.includes('"model":"open"')) {
    response.write(events[0] + events[1]);
    return open.push(response);
  }
  for (const one of events) response.write(one);
  return response.end(end);
}

const server = http.createServer((request, response) => {
  if (request.url === '/end') {
    for (const one of open) one.end(events.slice(2).join('') + end);
    response.end(String(open.length));
    open = [];
    return;
  }
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => answer(Buffer.concat(pieces).toString(), response));
});
server.keepAliveTimeout = 600_000;
server.listen(Number(process.argv[2]), '127.0.0.1', 4096, () => console.log('ready'));
