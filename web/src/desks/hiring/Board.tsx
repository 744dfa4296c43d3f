import "./board.css";
import { Anchor, NativeSelect, Paper, Text, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link, useParams } from "react-router-dom";
import { type Answer, ask, type Input } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { whoIs } from "./keptColumns";
import { poolTexts } from "./moreTexts";
import { hiringTexts } from "./texts";

type Row = Answer<"hiring.matrix">["rows"][number];
type Stage = Input<"hiring.move">["stage"];

const stages: Stage[] = ["received", "question", "invited", "interview", "offer", "hired", "turned_down", "withdrawn"];
/** Reached by a decision with its reason, never by moving a card. */
const byDecision: Stage[] = ["invited", "turned_down"];
const PAGE = 500;

/** Everybody's stage. A card moves by its own choice, so by keyboard too, or by dragging. */
export default function Board() {
  const t = useTexts(poolTexts);
  const h = useTexts(hiringTexts);
  const { vacancy = "" } = useParams();
  const { may } = useSession();
  const shown = useAnswer("hiring.vacancy", { vacancy });
  const board = useBoard(vacancy);
  const { failure, run } = useRun();
  const [told, setTold] = useState("");

  const unknown = board.rows?.filter(({ stage }) => !stage) ?? [];
  async function move(row: Row, stage: Stage) {
    if (row.stage === stage) return;
    const done = await run(async () => ask("hiring.move", { application: row.application, stage }));
    if (done) setTold(t.moved(whoIs(row), h.stages[stage]));
    board.again();
  }

  return (
    <PageFrame title={shown.answer ? t.boardOf(shown.answer.row.title) : t.board} lead={t.boardLead}
      actions={<Anchor component={Link} to={`/hiring/vacancies/${vacancy}`} size="sm">{t.toVacancy}</Anchor>}>
      <Trouble failure={failure ?? board.failure} again={board.again} />
      <div role="status" className="unseen">{told}</div>
      {!board.rows && !board.failure && <Waiting />}
      {board.rows && (
        <div className="board" tabIndex={0} role="region" aria-label={t.board}>
          {unknown.length > 0 && <Column title={t.afterView} rows={unknown} />}
          {stages.map((stage) => (
            <Column key={stage} title={h.stages[stage]} rows={board.rows?.filter((row) => row.stage === stage) ?? []}
              onMove={may("hiring.move") ? (row, to) => void move(row, to) : undefined}
              onDrop={(application) => {
                const row = board.rows?.find((one) => one.application === application);
                if (row) void move(row, stage);
              }} />
          ))}
        </div>
      )}
    </PageFrame>
  );
}

function Column({ title, rows, onMove, onDrop }: { title: string; rows: Row[]; onMove?: (row: Row, to: Stage) => void; onDrop?: (application: string) => void }) {
  return (
    <section className="board-stage" aria-label={title}
      onDragOver={onDrop && ((event) => event.preventDefault())} onDrop={onDrop && ((event) => onDrop(event.dataTransfer.getData("text/plain")))}>
      <Title order={2} size="sm">{title} <Text span c="dimmed" size="sm">{rows.length}</Text></Title>
      {rows.map((row) => <Card key={row.application} row={row} onMove={onMove && ((to) => onMove(row, to))} />)}
    </section>
  );
}

function Card({ row, onMove }: { row: Row; onMove?: (stage: Stage) => void }) {
  const t = useTexts(poolTexts);
  const h = useTexts(hiringTexts);
  return (
    <Paper withBorder p="xs" className="board-card" draggable={onMove !== undefined}
      onDragStart={(event) => event.dataTransfer.setData("text/plain", row.application)}>
      <Anchor component={Link} to={`/hiring/candidates/${row.application}`} size="sm" fw={600} draggable={false}>{whoIs(row)}</Anchor>
      <Text size="xs" c="dimmed">{h.groups[row.group]}</Text>
      {onMove && (
        <NativeSelect size="xs" mt={4} aria-label={t.stageOf(whoIs(row))} value={row.stage ?? "received"}
          data={stages.filter((stage) => stage === row.stage || !byDecision.includes(stage)).map((stage) => ({ value: stage, label: h.stages[stage] }))}
          onChange={(event) => onMove(event.currentTarget.value as Stage)} />
      )}
    </Paper>
  );
}

/** All candidates of a vacancy: a board shows everybody. */
function useBoard(vacancy: string) {
  const [stand, setStand] = useState<{ rows?: Row[]; failure?: unknown }>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    async function read() {
      const rows: Row[] = [];
      let after: string | undefined;
      do {
        const page = await ask("hiring.matrix", { vacancy, after, limit: PAGE }, { signal: stop.signal });
        rows.push(...page.rows);
        after = page.next;
      } while (after);
      setStand({ rows });
    }
    read().catch((failure: unknown) => {
      if (!stop.signal.aborted) setStand((before) => ({ ...before, failure }));
    });
    return () => stop.abort();
  }, [vacancy, turn]);
  return { ...stand, again: () => setTurn((before) => before + 1) };
}
