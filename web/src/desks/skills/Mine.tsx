import "./skills.css";
import { Anchor, Button, Group, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router-dom";
import { ActButton, Outcome } from "../../forms/ActButton";
import { ChooseFile } from "../../forms/ChooseFile";
import { type Answer, ask } from "../../frame/client";
import { upload } from "../../frame/files";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { type Chosen, ChooseConcept } from "./ChooseConcept";
import { type Held, HowWellFields, howWellOf } from "./HowWell";
import { Marked } from "./Marked";
import { pathOf } from "./paths";
import { personTexts } from "./texts";

export default function Mine() {
  const t = useTexts(personTexts);
  const { may } = useSession();
  const { answer, failure, again } = useAnswer("skills.mine", {});
  const [found, setFound] = useState<Answer<"skills.find_in_paper">>();
  const of = (state: Held["state"]) => answer?.skills.filter((one) => one.state === state) ?? [];
  return (
    <PageFrame title={t.title} lead={t.lead} actions={
      <>
        {may("skills.find_in_paper") && <FindInPaper found={(one) => {
          setFound(one);
          again();
        }} />}
        <StateOne stated={again} />
        {may("skills.my_vacancies") && <Button component={Link} to="/skills/vacancies" variant="default" size="xs">{t.vacancies}</Button>}
      </>
    }>
      <Trouble failure={failure} again={again} />
      {!answer && !failure && <Waiting />}
      {found && (
        <Outcome>
          {t.foundNow(found.found, found.known)} {found.struck > 0 && t.foundStruck(found.struck)}
          {found.limits.map((one) => <Text key={one} size="sm">{one}</Text>)}
        </Outcome>
      )}
      {answer?.skills.length === 0 && <Paper withBorder p="md" role="status" fz="sm">{t.empty}</Paper>}
      <Stack>
        <Part title={t.toConfirm} skills={of("found")} again={again} />
        <Part title={t.confirmed} lead={t.confirmedLead} skills={of("confirmed")} again={again} />
        <Part title={t.struck} lead={t.struckLead} skills={of("struck")} again={again} />
      </Stack>
    </PageFrame>
  );
}

function FindInPaper({ found }: { found: (answer: Answer<"skills.find_in_paper">) => void }) {
  const t = useTexts(personTexts);
  const [file, setFile] = useState<File | null>(null);
  return (
    <ActButton label={t.find} why={t.findWhy} act={async (filled) => {
      const text = filled("text");
      if (!file && !text) return;
      found(await ask("skills.find_in_paper", file ? { file: await upload(file) } : { text }));
      setFile(null);
    }}>
      <ChooseFile label={t.file} value={file} onChange={setFile} />
      <Textarea name="text" label={t.pasted} autosize minRows={3} maxRows={12} />
    </ActButton>
  );
}

function StateOne({ stated }: { stated: () => void }) {
  const t = useTexts(personTexts);
  const [chosen, setChosen] = useState<Chosen>();
  return (
    <ActButton label={t.add} why={t.addWhy} act={async (filled) => {
      if (!chosen) return;
      await ask("skills.state_skill", { concept: chosen.concept, ...howWellOf(filled) });
      setChosen(undefined);
      stated();
    }}>
      <ChooseConcept label={t.what} kind="skill" chosen={chosen} onChoose={setChosen} />
      <HowWellFields />
    </ActButton>
  );
}

function Part({ title, lead, skills, again }: { title: string; lead?: string; skills: Held[]; again: () => void }) {
  if (skills.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2}>{title}</Title>
      {lead && <Text size="sm" c="dimmed">{lead}</Text>}
      <Stack component="ul" className="skills-list" gap="md" mt="sm">{skills.map((one) => <Skill key={one.skill} skill={one} again={again} />)}</Stack>
    </Paper>
  );
}

function Skill({ skill, again }: { skill: Held; again: () => void }) {
  const t = useTexts(personTexts);
  const { day, moment } = useFormat();
  const { busy, failure, run } = useRun();
  const judge = (verdict: "confirm" | "strike", how: Partial<Pick<Held, "level" | "last_used" | "months">> = skill) => run(async () => {
    await ask("skills.judge_skill", { skill: skill.skill, verdict, level: how.level, last_used: how.last_used, months: how.months });
    again();
  });
  const known = [skill.level && t.levels[skill.level], skill.months !== undefined && t.monthsOf(skill.months), skill.last_used && t.since(day(skill.last_used))].filter(Boolean).join(", ");
  return (
    <li>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Anchor component={Link} to={pathOf(skill.concept)} fw={600}>{skill.label}</Anchor>
          {known && <Text size="sm">{known}</Text>}
        </div>
        <Group gap={4}>
          {skill.state === "found" && <Button size="xs" variant="default" loading={busy} aria-label={t.confirmWhat(skill.label)} onClick={() => void judge("confirm")}>{t.confirm}</Button>}
          {skill.state === "struck" && <Button size="xs" variant="default" loading={busy} aria-label={t.confirmWhat(skill.label)} onClick={() => void judge("confirm")}>{t.again}</Button>}
          {skill.state === "confirmed" && (
            <ActButton label={t.change} title={t.changeWhat(skill.label)} act={async (filled) => {
              await ask("skills.judge_skill", { skill: skill.skill, verdict: "confirm", ...howWellOf(filled) });
              again();
            }}>
              <HowWellFields now={skill} />
            </ActButton>
          )}
          {skill.state !== "struck" && <Button size="xs" variant="default" loading={busy} aria-label={t.strikeWhat(skill.label)} onClick={() => void judge("strike")}>{t.strike}</Button>}
        </Group>
      </Group>
      <Trouble failure={failure} />
      {skill.sources.map((one, place) => <Marked key={place} quote={one.quote} from={one.mark_start} to={one.mark_end} where={one.paper} />)}
      <details>
        <Text component="summary" size="xs" c="dimmed" py={4}>{t.history}</Text>
        <ul className="skills-list">{skill.history.map((one, place) => <Text component="li" key={place} size="xs">{moment(one.at)}: {t.steps[one.kind]}{one.level && `, ${t.levels[one.level]}`}</Text>)}</ul>
      </details>
    </li>
  );
}
