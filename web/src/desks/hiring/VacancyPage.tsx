import "./hiring.css";
import { Badge, Button, Group, Paper, Tabs, Text } from "@mantine/core";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router-dom";
import { ActButton } from "../../forms/ActButton";
import { type Answer, ask } from "../../frame/client";
import { fetchFile } from "../../frame/files";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { Candidates } from "./Candidates";
import { ChangeVacancy } from "./ChangeVacancy";
import { openingTexts } from "./openingTexts";
import { Reopen, type Reopened, ReopenedOutcome, Reopenings, ToColleagues } from "./Opening";
import { Requirements } from "./Requirements";
import { hiringTexts } from "./texts";

export type Vacancy = Answer<"hiring.vacancy">;
const PARTS = ["candidates", "requirements", "text"] as const;
const RECORDS = ["docx", "pdf"] as const;
type PartName = (typeof PARTS)[number];

export default function VacancyPage() {
  const { id = "" } = useParams();
  const t = useTexts(hiringTexts);
  const [reopened, setReopened] = useState<Reopened>();
  const { answer, failure, again } = useAnswer("hiring.vacancy", { vacancy: id });
  if (failure) return <PageFrame title={t.vacancies}><Trouble failure={failure} again={again} /></PageFrame>;
  if (!answer) return <Waiting />;
  return <Shown vacancy={answer} again={again} reopened={reopened} onReopened={(one) => {
    setReopened(one);
    again();
  }} />;
}

function Shown({ vacancy, again, reopened, onReopened }: { vacancy: Vacancy; again: () => void; reopened?: Reopened; onReopened: (answer: Reopened) => void }) {
  const t = useTexts(hiringTexts);
  const [address, setAddress] = useSearchParams();
  const { may } = useSession();
  const { row } = vacancy;
  const names: Record<PartName, string> = { candidates: t.candidates, requirements: t.requirements, text: t.text };
  const parts = may("hiring.matrix") ? PARTS : PARTS.filter((one) => one !== "candidates");
  const part = parts.find((one) => one === address.get("part")) ?? (row.state === "draft" ? "requirements" : (parts[0] ?? "text"));
  return (
    <PageFrame title={row.title} lead={[row.unit_name, t.count(row.candidates), row.candidates > 0 ? t.undecidedCount(row.undecided) : ""].filter(Boolean).join(" · ")} actions={<><Steps vacancy={vacancy} again={again} /><ToColleagues vacancy={vacancy} again={again} /><Reopen vacancy={vacancy} onReopened={onReopened} /></>}>
      {reopened && <ReopenedOutcome answer={reopened} />}
      <Standing vacancy={vacancy} />
      <Reopenings vacancy={vacancy} />
      <Tabs value={part} onChange={(next) => next && setAddress((before) => withPart(before, next), { replace: true })} keepMounted={false} variant="default">
        <Tabs.List mb="md" aria-label={t.tabs}>
          {parts.map((one) => <Tabs.Tab key={one} value={one}>{names[one]}</Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value="candidates"><Candidates key={vacancy.row.state} vacancy={vacancy} again={again} /></Tabs.Panel>
        <Tabs.Panel value="requirements"><Requirements vacancy={vacancy} again={again} /></Tabs.Panel>
        <Tabs.Panel value="text">{vacancy.may_edit && may("hiring.change_vacancy") && <ChangeVacancy vacancy={vacancy} again={again} />}<Paper withBorder p="md" maw={860} className="own-words" fz="sm">{vacancy.text}</Paper></Tabs.Panel>
      </Tabs>
    </PageFrame>
  );
}

/** Filters of the matrix stay while another tab is looked at. */
function withPart(address: URLSearchParams, part: string) {
  const after = new URLSearchParams(address);
  after.set("part", part);
  return after;
}

function Standing({ vacancy }: { vacancy: Vacancy }) {
  const t = useTexts(hiringTexts);
  const opening = useTexts(openingTexts);
  const { day } = useFormat();
  const { row, names_hidden } = vacancy;
  return (
    <Group gap="xs" mb="md">
      <Badge variant="default" tt="none" fw={500}>{t.states[row.state]}</Badge>
      <Badge variant="default" tt="none" fw={500}>{row.frozen_at ? t.frozenOn(day(row.frozen_at)) : t.notFrozen}</Badge>
      {names_hidden && <Badge variant="default" tt="none" fw={500}>{t.namesHidden}</Badge>}
      {row.colleagues_since && <Badge variant="default" tt="none" fw={500}>{opening.forColleagues(day(row.colleagues_since))}</Badge>}
      <Badge className="caution" variant="default" tt="none" fw={500}>{t.highRisk}</Badge>
    </Group>
  );
}

/** What the recruiter does with the procedure as a whole. */
function Steps({ vacancy, again }: { vacancy: Vacancy; again: () => void }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const { busy, failure, run } = useRun();
  const { row, version } = vacancy;
  const record = (name: string) => run(async () => {
    const made = await ask("hiring.export_record", { vacancy: row.vacancy, file: name });
    await fetchFile(made.file, name);
  });
  const shortlist = async () => {
    await ask("hiring.decide_shortlist", { vacancy: row.vacancy, version });
    again();
  };
  const close = async () => {
    await ask("hiring.close_vacancy", { vacancy: row.vacancy, version });
    again();
  };
  return (
    <>
      {row.candidates > 0 && may("hiring.matrix") && <Button component={Link} to={`/hiring/vacancies/${row.vacancy}/board`} variant="default">{t.board}</Button>}
      {may("hiring.export_record") && row.candidates > 0 && RECORDS.map((kind) => (
        <Button key={kind} variant="default" disabled={busy} onClick={() => void record(`${t.recordName}.${kind}`)}>{t.exportRecord(kind.toUpperCase())}</Button>
      ))}
      {vacancy.may_edit && may("hiring.decide_shortlist") && row.state === "open" && row.candidates > 0 && <ActButton size="sm" label={t.shortlist} why={t.shortlistHint} act={shortlist} />}
      {vacancy.may_edit && may("hiring.close_vacancy") && (row.state === "open" || row.state === "shortlisted") && <ActButton size="sm" label={t.close} why={t.closeHint} act={close} />}
      {failure !== undefined && <Text component="div" w="100%"><Trouble failure={failure} /></Text>}
    </>
  );
}
