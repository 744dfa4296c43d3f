import "./skills.css";
import { Anchor, Paper, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router-dom";
import type { Answer } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { Limits } from "./Gap";
import { vacancyTexts } from "./texts";

type Vacancy = Answer<"skills.my_vacancies">["vacancies"][number];
type Asked = Vacancy["asked"][number];

/** Vacancies that are open to colleagues, beside what one confirmed oneself. */
export default function Vacancies() {
  const t = useTexts(vacancyTexts);
  const { answer, failure, again } = useAnswer("skills.my_vacancies", {});
  return (
    <PageFrame title={t.title} lead={<>{t.lead} <Anchor component={Link} to="/skills/mine">{t.toMine}</Anchor></>}>
      <Trouble failure={failure} again={again} />
      {!answer && !failure && <Waiting />}
      {answer && (
        <Stack>
          {answer.vacancies.length === 0 && <Paper withBorder p="md" role="status" fz="sm">{t.empty}</Paper>}
          {answer.vacancies.map((one) => <Shown key={one.vacancy} vacancy={one} />)}
          <Limits limits={answer.limits} />
          <Text size="xs" c="dimmed">{answer.taxonomy}</Text>
        </Stack>
      )}
    </PageFrame>
  );
}

function Shown({ vacancy }: { vacancy: Vacancy }) {
  const t = useTexts(vacancyTexts);
  const { day } = useFormat();
  const of = (...standings: Asked["standing"][]) => vacancy.asked.filter((one) => standings.includes(one.standing));
  return (
    <Paper withBorder p="md" component="section" aria-label={vacancy.title}>
      <Title order={2} className="own-words">{vacancy.title}</Title>
      <Text size="sm" c="dimmed">{[vacancy.unit_name, t.since(day(vacancy.since))].filter(Boolean).join(" · ")}</Text>
      <Requirements title={t.fits} asked={of("confirmed")} />
      <Requirements title={t.asksStill} asked={of("unconfirmed", "adjacent")} />
      <Requirements title={t.notCompared} asked={of("not_compared")} />
      <details>
        <Text component="summary" size="sm" py={4}>{t.text}</Text>
        <Text size="sm" className="own-words">{vacancy.text}</Text>
      </details>
    </Paper>
  );
}

function Requirements({ title, asked }: { title: string; asked: Asked[] }) {
  const t = useTexts(vacancyTexts);
  if (asked.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="xs">{title}</Text>
      <ul className="skills-list">
        {asked.map((one) => (
          <Text component="li" size="sm" key={one.label} className="own-words">
            {one.label} <Text span size="xs" c="dimmed">({one.must ? t.must : t.wish}{one.by && one.standing === "confirmed" && `; ${t.by(one.by.label)}`}{one.by && one.standing === "adjacent" && `; ${t.near(one.by.label)}`})</Text>
          </Text>
        ))}
      </ul>
    </>
  );
}
