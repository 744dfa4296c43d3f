import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { ask } from "../../frame/client";
import { fetchFile } from "../../frame/files";
import { useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import type { Shown } from "./Matrix";
import { filterTexts } from "./filterTexts";
import type { Seen } from "./seen";
import { hiringTexts } from "./texts";

const METS = ["yes", "partly", "no", "unknown"] as const;
const VERDICTS = ["invite", "hold", "turn_down"] as const;
const STAGES = ["received", "question", "invited", "interview", "offer", "hired", "turned_down", "withdrawn"] as const;

/** Who is shown, and in which order: all of it stands in the address. */
export function Filters({ seen: { asked, sort, choose, clear, any }, shown }: { seen: Seen; shown?: Shown }) {
  const t = useTexts(hiringTexts);
  const f = useTexts(filterTexts);
  const { may } = useSession();
  const file = useRun();
  const all = { value: "", label: t.all };
  const columns = shown?.requirements.map(({ requirement, label }) => ({ value: requirement, label })) ?? [];
  const groups = (shown?.groups ?? []).filter(({ count, group }) => count > 0 || group === asked.group)
    .map(({ group, count }) => ({ value: group, label: `${t.groups[group]} (${count})` }));
  const orders = [{ value: "", label: shown?.order === "score" ? f.byScore : f.shuffled }, { value: "code", label: f.byCode },
    ...columns.map(({ value, label }) => ({ value, label: f.byRequirement(label) }))];
  const select = (name: string, label: string, value: string | undefined, data: { value: string; label: string }[]) => (
    <NativeSelect label={label} value={value ?? ""} data={data} className="filter" onChange={(event) => choose({ [name]: event.currentTarget.value })} />
  );
  const save = () => file.run(async () => {
    const made = await ask("hiring.export_matrix", { vacancy: asked.vacancy, file: "matrix.xlsx" });
    await fetchFile(made.file, "matrix.xlsx");
  });
  return (
    <>
      <Group my="md" gap="sm" align="flex-end">
        <SearchText text={asked.text ?? ""} onSettled={(text) => choose({ text })} />
        {select("group", t.group, asked.group, [all, ...groups])}
        {select("stage", t.stage, asked.stage, [all, ...STAGES.map((value) => ({ value, label: t.stages[value] }))])}
        {select("verdict", t.verdict, asked.verdict, [all, ...VERDICTS.map((value) => ({ value, label: t.decided[value] }))])}
        <NativeSelect label={t.label} value={asked.requirement ?? ""} data={[all, ...columns]} className="filter"
          onChange={(event) => choose({ requirement: event.currentTarget.value, met: event.currentTarget.value && (asked.met ?? "unknown") })} />
        {asked.requirement && select("met", f.shows, asked.met, METS.map((value) => ({ value, label: t.met[value] })))}
        {select("sort", f.order, sort, orders)}
        {any && <Button variant="subtle" size="compact-sm" mb={6} onClick={clear}>{f.clear}</Button>}
        <div className="grows" />
        {may("hiring.export_matrix") && <Button variant="default" size="xs" loading={file.busy} onClick={() => void save()}>{t.exportMatrix}</Button>}
      </Group>
      <Trouble failure={file.failure} />
    </>
  );
}

/** Asks once somebody pauses, and not at each letter. */
function SearchText({ text, onSettled }: { text: string; onSettled: (text: string) => void }) {
  const t = useTexts(hiringTexts);
  const [written, setWritten] = useState(text);
  const [settled] = useDebouncedValue(written, 250);
  const latest = useRef(onSettled);
  latest.current = onSettled;
  const known = useRef(text);
  useEffect(() => {
    if (settled === known.current) return;
    known.current = settled;
    latest.current(settled);
  }, [settled]);
  useEffect(() => {
    if (text === known.current) return;
    known.current = text;
    setWritten(text);
  }, [text]);
  return <TextInput type="search" label={t.search} value={written} className="filter" onChange={(event) => setWritten(event.currentTarget.value)} />;
}
