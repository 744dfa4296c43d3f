import { Button, Group, NativeSelect, Paper, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { type Answer, ask, type Input } from "../../frame/client";
import { fetchFile } from "../../frame/files";
import { askLong } from "../../frame/jobs";
import { useTexts } from "../../frame/language";
import { Limits } from "../../frame/ProposalSheet";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { AddCvs } from "./AddCvs";
import { Matrix, type Row, type Shown } from "./Matrix";
import { hiringTexts } from "./texts";

type Vacancy = Answer<"hiring.vacancy">;
type Asked = Input<"hiring.matrix">;

const AT_ONCE = 500;

export function Candidates({ vacancy, again }: { vacancy: Vacancy; again: () => void }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const { row } = vacancy;
  const canAdd = may("hiring.add_candidates") && vacancy.may_edit && row.state !== "draft" && row.state !== "closed";
  const { asked, choose, any } = useAsked(row.vacancy);
  const shown = useAnswer("hiring.matrix", asked);
  const rows = useMore(asked, shown.answer);
  const refresh = useCallback(() => {
    shown.again();
    again();
  }, [shown.again, again]);
  return (
    <>
      {row.state === "draft" && <Text mb="md">{t.freezeFirst}</Text>}
      {canAdd && <AddCvs vacancy={row.vacancy} title={row.title} onNews={refresh} />}
      {vacancy.stale > 0 && may("hiring.rematch") && vacancy.may_edit && <Stale vacancy={vacancy} onDone={refresh} />}
      {row.candidates > 0 && <Filters asked={asked} choose={choose} shown={shown.answer} />}
      <Trouble failure={shown.failure} again={shown.again} />
      {!shown.answer && shown.loading && <Waiting />}
      {shown.answer && rows.all.length === 0 && <Paper withBorder p="md" my="sm" fz="sm" role="status">{any ? t.noneFound : t.noCandidates}</Paper>}
      {shown.answer && rows.all.length > 0 && (
        <>
          <Matrix requirements={shown.answer.requirements} rows={rows.all} />
          <Text size="sm" c="dimmed" mb="sm">{t.count(rows.all.length)}. {shown.answer.order === "score" ? t.byScore : t.shuffled}</Text>
          {rows.next && <Button variant="default" mb="sm" loading={rows.busy} onClick={rows.more}>{t.more}</Button>}
          <Limits limits={shown.answer.limits} />
        </>
      )}
    </>
  );
}

function Stale({ vacancy, onDone }: { vacancy: Vacancy; onDone: () => void }) {
  const t = useTexts(hiringTexts);
  const { busy, failure, run } = useRun();
  const { row } = vacancy;
  const rematch = () => run(async () => {
    await askLong("hiring.rematch", { vacancy: row.vacancy }, t.rematching(row.title));
    onDone();
  });
  return (
    <Paper withBorder p="sm" my="sm">
      <Group gap="sm"><Text size="sm">{t.stale(vacancy.stale)}</Text><Button size="xs" variant="default" loading={busy} onClick={() => void rematch()}>{t.rematch}</Button></Group>
      <Trouble failure={failure} />
    </Paper>
  );
}

function Filters({ asked, choose, shown }: { asked: Asked; choose: (name: string, value: string) => void; shown?: Shown }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const file = useRun();
  const [text, setText] = useState(asked.text ?? "");
  const [settled] = useDebouncedValue(text, 250);
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => latest.current("text", settled), [settled]);
  const groups = (shown?.groups ?? []).map(({ group, count }) => ({ value: group, label: `${t.groups[group]} (${count})` }));
  const verdicts = (["invite", "hold", "turn_down"] as const).map((value) => ({ value, label: t.decided[value] }));
  const save = () => file.run(async () => {
    const made = await ask("hiring.export_matrix", { vacancy: asked.vacancy, file: "matrix.xlsx" });
    await fetchFile(made.file, "matrix.xlsx");
  });
  return (
    <>
      <Group my="md" gap="sm" align="flex-end">
        <TextInput type="search" label={t.search} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t.group} value={asked.group ?? ""} data={[{ value: "", label: t.all }, ...groups]} onChange={(event) => choose("group", event.currentTarget.value)} />
        <NativeSelect label={t.verdict} value={asked.verdict ?? ""} data={[{ value: "", label: t.all }, ...verdicts]} onChange={(event) => choose("verdict", event.currentTarget.value)} />
        <div className="grows" />
        {may("hiring.export_matrix") && <Button variant="default" size="xs" loading={file.busy} onClick={() => void save()}>{t.exportMatrix}</Button>}
      </Group>
      <Trouble failure={file.failure} />
    </>
  );
}

/** The filters as the address has them. */
function useAsked(vacancy: string) {
  const [address, setAddress] = useSearchParams();
  const said = (name: string) => address.get(name) ?? undefined;
  const asked: Asked = { vacancy, limit: AT_ONCE, text: said("text"), group: said("group") as Asked["group"], verdict: said("verdict") as Asked["verdict"] };
  const choose = (name: string, value: string) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  return { asked, choose, any: Boolean(asked.text ?? asked.group ?? asked.verdict) };
}

/** The rows that came first, and those that were asked for after them. */
function useMore(asked: Asked, first: Shown | undefined) {
  const [others, setOthers] = useState<{ rows: Row[]; next?: string }>();
  const { busy, run } = useRun();
  useEffect(() => setOthers(undefined), [first]);
  const next = others ? others.next : first?.next;
  const more = () => void run(async () => {
    const page = await ask("hiring.matrix", { ...asked, after: next ?? undefined });
    setOthers((before) => ({ rows: [...(before?.rows ?? []), ...page.rows], next: page.next }));
  });
  return { all: [...(first?.rows ?? []), ...(others?.rows ?? [])], next, more, busy };
}
