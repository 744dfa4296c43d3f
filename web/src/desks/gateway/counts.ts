import type { Input } from "../../frame/client";

type Tools = Input<"gateway.add_seen_tools">["tools"];

/** A line each: domain;visits;people, also with tabs or commas; the last may be absent. Or the number of the first line that is none. */
export function countsIn(text: string): { tools: Tools } | { wrong: number } {
  const tools: Tools = [];
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const found = /^\s*([a-z0-9.-]+\.[a-z0-9-]+)\s*[;,\t]\s*(\d+)\s*(?:[;,\t]\s*(\d*)\s*)?$/i.exec(line);
    const [, domain, visits, people] = found ?? [];
    if (!domain) return { wrong: place + 1 };
    tools.push({ domain: domain.toLowerCase(), requests: Number(visits), people: Number(people || 0) });
  }
  return { tools };
}
