// Requirements as rows, candidates as columns. Of hundreds of candidates only the columns in sight are there.
import { Anchor } from "@mantine/core";
import { useElementSize, useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "react-router-dom";
import type { Answer } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { MetLegend, MetMark } from "./MetMark";
import { hiringTexts } from "./texts";

export type Shown = Answer<"hiring.matrix">;
export type Row = Shown["rows"][number];

const COLUMN = 84;
/** Columns beyond the edge, so that neither the eye nor the Tab key meets it. */
const BEYOND = 6;

export function Matrix({ requirements, rows }: { requirements: Shown["requirements"]; rows: Row[] }) {
  const t = useTexts(hiringTexts);
  const isNarrow = useMediaQuery("(max-width: 48em)");
  const head = isNarrow ? 150 : 300;
  const [left, setLeft] = useState(0);
  const { ref, width } = useElementSize();
  const first = Math.max(0, Math.floor(left / COLUMN) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((left + Math.max(width, COLUMN) - head) / COLUMN) + BEYOND);
  const inSight = rows.slice(first, last);
  const before = first * COLUMN;
  const after = (rows.length - last) * COLUMN;
  return (
    <>
      <div ref={ref} className="matrix" role="region" aria-label={t.matrix} tabIndex={0} onScroll={(event) => setLeft(event.currentTarget.scrollLeft)}>
        <table style={{ width: head + rows.length * COLUMN }} aria-colcount={rows.length + 1}>
          <colgroup>
            <col style={{ width: head }} />
            {before > 0 && <col style={{ width: before }} />}
            {inSight.map((row) => <col key={row.application} style={{ width: COLUMN }} />)}
            {after > 0 && <col style={{ width: after }} />}
          </colgroup>
          <thead>
            <tr>
              <td className="of-requirement" />
              {before > 0 && <td className="space" />}
              {spansOf(inSight).map(({ group, count }) => <th key={group} colSpan={count} scope="colgroup" className="of-group" title={t.groups[group]}>{t.groups[group]}</th>)}
              {after > 0 && <td className="space" />}
            </tr>
            <tr>
              <th scope="col" className="of-requirement">{t.label}</th>
              {before > 0 && <td className="space" />}
              {inSight.map((row, place) => <CandidateHead key={row.application} row={row} column={first + place + 2} />)}
              {after > 0 && <td className="space" />}
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
                {before > 0 && <td className="space" />}
                {inSight.map((row) => <td key={row.application}>{row.met[line] && <MetMark met={row.met[line]} />}</td>)}
                {after > 0 && <td className="space" />}
              </tr>
            ))}
            <tr>
              <th scope="row" className="of-requirement">{t.state}</th>
              {before > 0 && <td className="space" />}
              {inSight.map((row) => <td key={row.application}><small>{row.verdict ? t.decided[row.verdict] : row.stage ? t.stages[row.stage] : ""}</small></td>)}
              {after > 0 && <td className="space" />}
            </tr>
          </tbody>
        </table>
      </div>
      <MetLegend />
    </>
  );
}

function CandidateHead({ row, column }: { row: Row; column: number }) {
  const t = useTexts(hiringTexts);
  const who = row.name ?? row.code;
  return (
    <th scope="col" className="of-candidate" aria-colindex={column} title={row.opened ? `${who}, ${t.opened}` : who}>
      <Anchor component={Link} to={`/hiring/candidates/${row.application}`} size="sm" fw={row.opened ? 400 : 700}>{who}</Anchor>
    </th>
  );
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
