// What a candidate sees of their own application, by a link and without an account: that software helped to read, what it found,
// what a person decided and why, what is kept; and what they may ask.
import { Button, Container, Group, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { ActButton, ActForm } from "../../forms/ActButton";
import { KeptKinds } from "../../forms/KeptKinds";
import { type Answer, ask } from "../../frame/client";
import { save } from "../../frame/csv";
import { useFormat, useLanguage, useTexts } from "../../frame/language";
import { frameTexts } from "../../frame/texts";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { MetInWords, says } from "./MetInWords";
import { linkTexts } from "./moreTexts";
import { hiringTexts } from "./texts";

type Mine = Answer<"hiring.by_link">;
interface PartProps {
  mine: Mine;
  token: string;
  again: () => void;
}

export default function CandidateByLink() {
  const t = useTexts(linkTexts);
  const f = useTexts(frameTexts);
  const { language, speak } = useLanguage();
  const { day } = useFormat();
  const [token] = useState(() => location.hash.slice(1));
  const { answer, failure, again } = useAnswer("hiring.by_link", token ? { token } : undefined);
  const parts = answer && { mine: answer, token, again };
  const other = language === "nl" ? "en" : "nl";
  useEffect(() => {
    document.title = `${t.title} · Collega`;
  }, [t]);
  return (
    <Container component="main" size={760} py="lg">
      <Group justify="space-between" mb="md">
        <Text fw={700} size="lg" c="var(--accent-text)">Collega</Text>
        <Button variant="subtle" color="gray" size="compact-sm" className="quiet" lang={other} onClick={() => speak(other)}>{f.inOther}</Button>
      </Group>
      <Title order={1}>{t.title}</Title>
      {!token && <Text mt="sm">{t.noLink}</Text>}
      <Trouble failure={failure} again={again} />
      {token && !answer && !failure && <Waiting />}
      {parts && (
        <Stack mt="xs">
          <Text c="dimmed">{t.vacancy(parts.mine.vacancy_title, day(parts.mine.arrived_at))}</Text>
          <Part title={t.stage}><Text>{parts.mine.stage}</Text></Part>
          <Part title={t.aboutAi}>{parts.mine.told.map((one) => <Text key={one} size="sm" mb={4}>{one}</Text>)}</Part>
          <Questions {...parts} />
          <Decisions {...parts} />
          <Reasons {...parts} />
          <Kept {...parts} />
        </Stack>
      )}
    </Container>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Title order={2} mb="xs">{title}</Title>
      {children}
    </Paper>
  );
}

function Questions({ mine, token, again }: PartProps) {
  const t = useTexts(linkTexts);
  const { moment } = useFormat();
  if (mine.questions.length === 0) return null;
  return (
    <Part title={t.questions}>
      {mine.questions.map((one) => (
        <div key={one.question}>
          <Text fw={600} className="own-words">{one.text}</Text>
          {one.answer ? (
            <Text size="sm" className="own-words" mb="sm">{one.answer}{one.answered_at && <Text size="xs" c="dimmed">{t.answered(moment(one.answered_at))}</Text>}</Text>
          ) : (
            <ActForm submit={t.send} act={async (filled) => {
              await ask("hiring.answer_by_link", { token, question: one.question, answer: filled("answer") ?? "" });
              again();
            }}>
              <Textarea name="answer" label={t.answer} required autosize minRows={3} />
            </ActForm>
          )}
        </div>
      ))}
    </Part>
  );
}

function Decisions({ mine }: PartProps) {
  const t = useTexts(linkTexts);
  const { moment } = useFormat();
  return (
    <Part title={t.decision}>
      {mine.decisions.length === 0 && <Text size="sm">{t.undecided}</Text>}
      {mine.decisions.map(({ verdict, reason, by, at, reopened }, place) => (
        <div key={at}>
          <Text fw={600}>{t.verdicts[verdict]}</Text>
          <Text size="sm" className="own-words">{reason}</Text>
          <Text size="xs" c="dimmed" mb={4}>{t.decidedOn(by, moment(at))}</Text>
          {reopened && (
            <>
              <Text size="sm" fw={600} mt="xs">{(place + 1 < mine.decisions.length ? t.replaced : t.reopened)(reopened.by, moment(reopened.at))}</Text>
              <Text size="sm" className="own-words" mb="xs">{reopened.reason}</Text>
            </>
          )}
        </div>
      ))}
    </Part>
  );
}

function Reasons({ mine }: PartProps) {
  const t = useTexts(linkTexts);
  const h = useTexts(hiringTexts);
  return (
    <Part title={t.reasons}>
      <Text size="sm" c="dimmed" mb="sm">{t.reasonsLead}</Text>
      {mine.reasons.map((one) => (
        <div key={one.label} className="reason-told">
          <Group gap="xs"><Text fw={600}>{one.label}</Text><MetInWords met={one.met} /></Group>
          {!says(one.why, h.met[one.met]) && <Text size="sm" className="own-words">{one.why}</Text>}
          {one.quotes.map((quote) => <blockquote key={quote} className="quote own-words">{quote}</blockquote>)}
        </div>
      ))}
      {mine.limits.length > 0 && (
        <Paper className="limits" p="sm" mt="sm">
          <Text fw={600}>{t.limits}</Text>
          <ul>{mine.limits.map((one) => <li key={one}>{one}</li>)}</ul>
        </Paper>
      )}
    </Part>
  );
}

function Kept({ mine, token, again }: PartProps) {
  const t = useTexts(linkTexts);
  const { day, moment } = useFormat();
  return (
    <Part title={t.kept}>
      <Text size="sm">{mine.erase_on ? t.keptUntil(day(mine.erase_on)) : t.keptRunning}</Text>
      {mine.consent_until && <Text size="sm">{t.keptConsent(day(mine.consent_until))}</Text>}
      <KeptKinds kept={mine.kept} />
      <Group gap="xs" mt="sm">
        <Button variant="default" size="xs" onClick={() => save(t.saveName, JSON.stringify(mine, null, 2), "application/json")}>{t.save}</Button>
        {!mine.erasure_asked_at && (
          <ActButton label={t.erase} why={t.eraseWhy} act={async () => {
            await ask("hiring.ask_erasure_by_link", { token });
            again();
          }} />
        )}
      </Group>
      {mine.erasure_asked_at && <Text size="sm" mt="xs">{t.erasureAsked(moment(mine.erasure_asked_at))}</Text>}
    </Part>
  );
}
