// Files on their way to the server and back. What is large goes in parts, and goes on where it stopped when the connection broke.
import { json, Problem, requestAsKnown, Unreachable } from "./client";
import { save } from "./csv";

const PART = 8 * 1024 * 1024;
/** Small files go together: to a browser a request costs more than the bytes of a paper. */
const PACK = { bytes: 1024 * 1024, files: 40 };
const AT_ONCE = 2;
/** A server that restarts is back well within these. */
const WAITS = [500, 1000, 2000, 4000, 8000, 15000];

type OnProgress = (share: number) => void;

/** Gives the id that an operation takes. */
export async function upload(file: File, onProgress: OnProgress = () => undefined, signal?: AbortSignal): Promise<string> {
  if (file.size <= PART) return persist(() => begin(file, file, signal));
  const id = await persist(() => begin(file, undefined, signal));
  let sent = 0;
  while (sent < file.size) {
    sent = await persist(() => sendPart(id, file, sent, signal), () => offsetOf(id));
    onProgress(sent / file.size);
  }
  return id;
}

/** Many; gives their ids in the same order. */
export async function uploadAll(files: File[], onProgress: (done: number) => void): Promise<string[]> {
  const packs = packsOf(files);
  const ids: string[][] = [];
  let next = 0;
  let done = 0;
  async function sendOneByOne() {
    for (let at = next++; at < packs.length; at = next++) {
      const pack = packs[at];
      if (!pack) return;
      ids[at] = await sendPack(pack);
      onProgress((done += pack.length));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOneByOne));
  return ids.flat();
}

function packsOf(files: File[]): File[][] {
  const packs: File[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = packs.at(-1);
    bytes += file.size;
    if (last && bytes <= PACK.bytes && last.length < PACK.files) {
      last.push(file);
    } else {
      packs.push([file]);
      bytes = file.size;
    }
  }
  return packs;
}

/** As one file, that the server takes apart again. */
async function sendPack(files: File[]): Promise<string[]> {
  const [only] = files;
  if (only && files.length === 1) return [await upload(only)];
  const pack = await upload(new File(files, "pack"));
  const body = json({ files: files.map((file) => ({ name: nameOf(file), bytes: file.size })) });
  const response = await persist(() => requestAsKnown(`/api/files/${pack}/unpack`, body));
  return ((await response.json()) as { files: { file: string }[] }).files.map(({ file }) => file);
}

const LONGEST_NAME = 200; // bytes, that the server takes

/** As the server takes it: what is longer keeps its beginning and its extension. */
function nameOf({ name }: File): string {
  const plain = name.replace(/[\\/]/g, "_");
  if (new TextEncoder().encode(plain).length <= LONGEST_NAME) return plain;
  const dot = plain.lastIndexOf(".");
  const extension = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : "";
  return [...plain].slice(0, 40).join("") + extension;
}

async function begin(file: File, body: Blob | undefined, signal?: AbortSignal): Promise<string> {
  const query = new URLSearchParams({ name: nameOf(file), size: String(file.size) });
  const response = await requestAsKnown(`/api/files?${query.toString()}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body, signal });
  return ((await response.json()) as { file: string }).file;
}

async function sendPart(id: string, file: File, from: number, signal?: AbortSignal): Promise<number> {
  const to = Math.min(file.size, from + PART);
  const response = await requestAsKnown(`/api/files/${id}`, {
    method: "PUT",
    headers: { "Content-Type": "application/octet-stream", "Content-Range": `bytes ${from}-${to - 1}/${file.size}` },
    body: file.slice(from, to),
    signal,
  });
  await response.arrayBuffer();
  return to;
}

async function offsetOf(id: string): Promise<number> {
  const response = await requestAsKnown(`/api/files/${id}`, { method: "HEAD" });
  return Number(response.headers.get("Upload-Offset") ?? 0);
}

/** Tries until the server is there again; from where it says that it is, where that can be asked. */
async function persist<T>(attempt: () => Promise<T>, whereItIs?: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof Unreachable) && !(failure instanceof Problem && failure.document.status === 416)) throw failure;
      await new Promise((resolve) => setTimeout(resolve, wait));
      try {
        if (whereItIs) return await whereItIs();
      } catch (stillAway) {
        if (!(stillAway instanceof Unreachable)) throw stillAway;
      }
    }
  }
  throw new Unreachable();
}

/** Hands a file that an operation made to the person, under a name of its own. */
export async function fetchFile(id: string, name: string) {
  const response = await requestAsKnown(`/api/files/${id}`);
  save(name, await response.blob(), response.headers.get("Content-Type") ?? "application/octet-stream");
}

/** A file as bytes, for a picture of a page. */
export async function readFile(id: string): Promise<Blob> {
  return (await requestAsKnown(`/api/files/${id}`)).blob();
}
