// types.mjs OPENAPI.json: the server's own description of its operations as TypeScript, in src/generated/api.ts.
// A page that asks for what the server does not have, or reads what it does not answer, then does not compile.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: types.mjs OPENAPI.json");
  process.exit(2);
}
const described = JSON.parse(await readFile(file, "utf8"));

// A job answers 202 at once. What comes in the end (200), and what is ready before the rest (206), stand beside it.
const answer = (schema) => ({ description: "The answer.", content: { "application/json": { schema } } });
for (const { post } of Object.values(described.paths)) {
  if (post?.["x-pace"] !== "job") continue;
  post.responses[200] ??= answer(post["x-answer"] ?? {});
  if (post["x-parts"]) post.responses[206] = answer(post["x-parts"]);
}
const types = astToString(await openapiTS(described, { defaultNonNullable: false }));
const out = new URL("../src/generated/", import.meta.url);
await mkdir(out, { recursive: true });
await writeFile(new URL("api.ts", out), types);

// What a person must give when a proposal of an operation is decided: the server says it of the operation, not of each proposal.
const proposing = {};
for (const { post } of Object.values(described.paths)) {
  if (post?.["x-effect"] !== "proposes") continue;
  proposing[post.operationId] = { risk: post["x-risk"], oversight: post["x-oversight"] };
}
await writeFile(
  new URL("proposing.ts", out),
  `export const proposing: Record<string, { risk: string; oversight: string } | undefined> = ${JSON.stringify(proposing, undefined, 2)};\n`,
);
