import { Button, Group, Paper, Text } from "@mantine/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type Answer, ask, type Input } from "../../frame/client";
import { askLong } from "../../frame/jobs";
import { useTexts } from "../../frame/language";
import { Limits } from "../../frame/ProposalSheet";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { AddCvs } from "./AddCvs";
import { Filters } from "./Filters";
import { filterTexts } from "./filterTexts";
import { Matrix, type Row, type Shown } from "./Matrix";
import { useSeen, useSorted } from "./seen";
import { hiringTexts } from "./texts";
import { Troubled } from "./Troubled";

type Vacancy = Answer<"hiring.vacancy">;
type Asked = Input<"hiring.matrix">;

export function Candidates({ vacancy, again }: { vacancy: Vacancy; again: () => void }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const { row } = vacancy;
  const canAdd = may("hiring.add_candidates") && vacancy.may_edit && row.state !== "draft" && row.state !== "closed";
  const seen = useSeen(row.vacancy);
  const shown = useAnswer("hiring.matrix", seen.asked);
  const [turn, setTurn] = useState(0);
  const refresh = useCallback(() => {
    shown.again();
    again();
    setTurn((before) => before + 1);
  }, [shown.again, again]);
  return (
    <>
      {row.state === "draft" && <Text mb="md">{t.freezeFirst}</Text>}
      {canAdd && <AddCvs vacancy={row.vacancy} title={row.title} onNews={refresh} />}
      {may("hiring.troubled_files") && <Troubled vacancy={row.vacancy} turn={turn} />}
      {vacancy.stale > 0 && may("hiring.rematch") && vacancy.may_edit && <Stale vacancy={vacancy} onDone={refresh} />}
      {row.candidates > 0 && <Filters seen={seen} shown={shown.answer} />}
      <Trouble failure={shown.failure} again={shown.again} />
      {!shown.answer && shown.loading && <Waiting />}
      {shown.answer && <Rows asked={seen.asked} sort={seen.sort} shown={shown.answer} isFiltered={seen.any} />}
    </>
  );
}

function Rows({ asked, sort, shown, isFiltered }: { asked: Asked; sort?: string; shown: Shown; isFiltered: boolean }) {
  const t = useTexts(hiringTexts);
  const f = useTexts(filterTexts);
  const { all, next, more, busy } = useMore(asked, shown);
  const rows = useSorted(all, shown.requirements, sort);
  const order = sort ? f.sortedNow : shown.order === "score" ? f.byScoreNow : f.shuffledNow;
  if (rows.length === 0) return <Paper withBorder p="md" my="sm" fz="sm" role="status">{isFiltered ? t.noneFound : t.noCandidates}</Paper>;
  return (
    <>
      <Matrix requirements={shown.requirements} rows={rows} />
      <Text size="sm" c="dimmed" mb="sm">{t.count(rows.length)}. {order}</Text>
      {next && <Button variant="default" mb="sm" loading={busy} onClick={more}>{t.more}</Button>}
      <Limits limits={shown.limits} />
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

/** The rows that came first, and those that were asked for after them. */
function useMore(asked: Asked, first: Shown) {
  const [others, setOthers] = useState<{ rows: Row[]; next?: string }>();
  const { busy, run } = useRun();
  useEffect(() => setOthers(undefined), [first]);
  const next = others ? others.next : first.next;
  const more = () => void run(async () => {
    const page = await ask("hiring.matrix", { ...asked, after: next ?? undefined });
    setOthers((before) => ({ rows: [...(before?.rows ?? []), ...page.rows], next: page.next }));
  });
  const all = useMemo(() => [...first.rows, ...(others?.rows ?? [])], [first, others]);
  return { all, next, more, busy };
}
