// compress.mjs FOLDER: beside each built page its .br and .gz, made once here so that the server need not.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const SMALLEST_WORTH_IT = 1024;
const [folder] = process.argv.slice(2);
const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css|svg|json)$/.test(name));
for (const name of files) {
  const bytes = await readFile(join(folder, name));
  if (bytes.length < SMALLEST_WORTH_IT) continue;
  await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes));
  await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
}
