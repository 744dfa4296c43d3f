// Requirements as rows, candidates as columns. Of hundreds of candidates only the columns in sight are there; on paper all are.
import { useMediaQuery } from "@mantine/hooks";
import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Link } from "react-router-dom";
import type { Answer } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { MetLegend, MetMark } from "./MetMark";
import { hiringTexts } from "./texts";

export type Shown = Answer<"hiring.matrix">;
export type Row = Shown["rows"][number];

/** Wide enough for a code, and for a name over two lines. */
const CODE_COLUMN = 104;
const NAME_COLUMN = 132;
/** Columns beyond the edge, so that neither the eye nor the Tab key meets it. */
const BEYOND = 4;
/** Candidates beside each other on a sheet of paper. */
const ON_PAPER = 5;

export function Matrix({ requirements, rows }: { requirements: Shown["requirements"]; rows: Row[] }) {
  const t = useTexts(hiringTexts);
  const isNarrow = useMediaQuery("(max-width: 48em)");
  const isPrinted = useIsPrinted();
  const head = isNarrow && !isPrinted ? 150 : 300;
  const column = rows.some(({ name }) => name) ? NAME_COLUMN : CODE_COLUMN;
  const { ref, first, last, look } = useInSight(rows.length, column, head);
  const fixed = { requirements, column, head, all: rows.length };
  return (
    <>
      {isPrinted ? (
        sheetsOf(rows).map((some, sheet) => <MatrixTable key={sheet} {...fixed} rows={some} first={sheet * ON_PAPER} before={0} after={0} />)
      ) : (
        <div ref={ref} className="matrix" role="region" aria-label={t.matrix} tabIndex={0} onScroll={look}>
          <MatrixTable {...fixed} rows={rows.slice(first, last)} first={first} before={first * column} after={(rows.length - last) * column} />
        </div>
      )}
      <MetLegend />
    </>
  );
}

interface TableProps {
  requirements: Shown["requirements"];
  rows: Row[];
  /** How many candidates there are, and which of them is the first here. */
  all: number;
  first: number;
  /** Widths: of the requirements, of a candidate, of those before and after the ones here. */
  head: number;
  column: number;
  before: number;
  after: number;
}

function MatrixTable({ requirements, rows, all, first, head, column, before, after }: TableProps) {
  const t = useTexts(hiringTexts);
  const spaceBefore = before > 0 && <td className="space" />;
  const spaceAfter = after > 0 && <td className="space" />;
  return (
    <table className="matrix-table" style={{ width: head + before + rows.length * column + after }} aria-colcount={all + 1}>
      <colgroup>
        <col style={{ width: head }} />
        {before > 0 && <col style={{ width: before }} />}
        {rows.map((row) => <col key={row.application} style={{ width: column }} />)}
        {after > 0 && <col style={{ width: after }} />}
      </colgroup>
      <thead>
        <tr>
          <td className="of-requirement" />
          {spaceBefore}
          {spansOf(rows).map(({ group, count }) => (
            <th key={group} colSpan={count} scope="colgroup" className="of-group"><span style={{ left: head + 12 }}>{t.groups[group]}</span></th>
          ))}
          {spaceAfter}
        </tr>
        <tr>
          <th scope="col" className="of-requirement">{t.label}</th>
          {spaceBefore}
          {rows.map((row, place) => <CandidateHead key={row.application} row={row} column={first + place + 2} opened={t.opened} />)}
          {spaceAfter}
        </tr>
      </thead>
      <tbody>
        {requirements.map((requirement, line) => (
          <tr key={requirement.requirement}>
            <th scope="row" className="of-requirement">
              {requirement.label}
              <span className="kind">{requirement.kind === "wish" ? t.wish : t.must}</span>
              {requirement.later && <span className="kind">{t.later}</span>}
            </th>
            {spaceBefore}
            {rows.map((row) => <Cell key={row.application} met={row.met[line]} />)}
            {spaceAfter}
          </tr>
        ))}
        <tr>
          <th scope="row" className="of-requirement">{t.state}</th>
          {spaceBefore}
          {rows.map((row) => <td key={row.application}><small>{row.verdict ? t.decided[row.verdict] : row.stage ? t.stages[row.stage] : ""}</small></td>)}
          {spaceAfter}
        </tr>
      </tbody>
    </table>
  );
}

/** On paper nothing scrolls: everybody, a few beneath a few. */
function sheetsOf(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ON_PAPER) }, (_, sheet) => rows.slice(sheet * ON_PAPER, (sheet + 1) * ON_PAPER));
}

function useIsPrinted() {
  const [isPrinted, setIsPrinted] = useState(false);
  useEffect(() => {
    // Before the browser lays out the sheets, and not a moment later.
    const begin = () => flushSync(() => setIsPrinted(true));
    const end = () => setIsPrinted(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinted;
}

const Cell = memo(function Cell({ met }: { met?: Row["met"][number] }) {
  return <td>{met && <MetMark met={met} />}</td>;
});

const CandidateHead = memo(function CandidateHead({ row, column, opened }: { row: Row; column: number; opened: string }) {
  return (
    <th scope="col" className="of-candidate" aria-colindex={column}>
      <Link to={`/hiring/candidates/${row.application}`} className={row.opened ? "link seen" : "link"}>{row.name ?? row.code}</Link>
      {row.opened && <span className="unseen">, {opened}</span>}
    </th>
  );
});

/** Which columns can be seen: known before anything is drawn, and asked anew when the window or the place changes. */
function useInSight(columns: number, column: number, head: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [[first, last], setSight] = useState(() => sight(0, document.documentElement.clientWidth));
  function sight(left: number, width: number): [number, number] {
    const from = Math.max(0, Math.floor(left / column) - BEYOND);
    return [Math.min(from, columns), Math.min(columns, Math.ceil((left + Math.max(width - head, column)) / column) + BEYOND)];
  }
  function look() {
    const element = ref.current;
    if (!element) return;
    const seen = sight(element.scrollLeft, element.clientWidth);
    setSight((before) => (before[0] === seen[0] && before[1] === seen[1] ? before : seen));
  }
  const latest = useRef(look);
  latest.current = look;
  useLayoutEffect(() => latest.current(), [columns, column, head]);
  useLayoutEffect(() => {
    const again = () => latest.current();
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, []);
  return { ref, first, last, look };
}

function spansOf(rows: Row[]) {
  const spans: { group: Row["group"]; count: number }[] = [];
  for (const { group } of rows) {
    const latest = spans.at(-1);
    if (latest?.group === group) latest.count += 1;
    else spans.push({ group, count: 1 });
  }
  return spans;
}
