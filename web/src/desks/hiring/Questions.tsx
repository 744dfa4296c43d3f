import { Badge, Button, Group, Paper, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { ask, type Input } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import type { Candidate } from "./CandidatePage";
import { hiringTexts } from "./texts";

type Question = Candidate["questions"][number];

/** What is asked of the candidate before somebody decides on what their papers do not say. */
export function Questions({ candidate, again }: { candidate: Candidate; again: () => void }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const { busy, failure, run } = useRun();
  const draft = () => run(async () => {
    await ask("hiring.draft_questions", { application: candidate.application });
    again();
  });
  const change = (input: Input<"hiring.change_question">) => run(async () => {
    await ask("hiring.change_question", input);
    again();
  });
  const isAsked = candidate.questions.length > 0;
  const canAsk = may("hiring.draft_questions") && candidate.reasons.some(({ kind, met }) => kind === "must" && met === "unknown");
  if (!isAsked && !may("hiring.draft_questions")) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t.questions}>
      <Text fw={700} size="sm" mb={4}>{t.questions}</Text>
      {!isAsked && <Text size="sm" c="dimmed" mb="xs">{canAsk || candidate.reasons.length === 0 ? t.noQuestions : t.nothingToAsk}</Text>}
      {candidate.questions.map((question) => <OneQuestion key={`${question.question}-${question.state}`} question={question} busy={busy} mayChange={may("hiring.change_question")} change={change} />)}
      <Trouble failure={failure} />
      {canAsk && !isAsked && <Button variant="default" size="xs" loading={busy} onClick={() => void draft()}>{t.draftQuestions}</Button>}
    </Paper>
  );
}

function OneQuestion({ question, busy, mayChange, change }: { question: Question; busy: boolean; mayChange: boolean; change: (input: Input<"hiring.change_question">) => Promise<boolean> }) {
  const t = useTexts(hiringTexts);
  const [text, setText] = useState(question.text);
  const [answer, setAnswer] = useState(question.answer ?? "");
  const { question: id, state } = question;
  const isDraft = state === "draft" && mayChange;
  const awaitsAnswer = state === "sent" && mayChange;
  return (
    <div className="requirement">
      <Group gap="xs" mb={4}><Text size="sm" fw={600}>{question.label}</Text><Badge variant="default" tt="none" fw={500}>{t.questionStates[state]}</Badge></Group>
      {isDraft ? <Textarea label={t.question} autosize value={text} onChange={(event) => setText(event.currentTarget.value)} /> : <Text size="sm" className="own-words">{question.text}</Text>}
      {question.answer && !awaitsAnswer && <Text size="sm" className="own-words">{t.answer}: {question.answer}</Text>}
      {awaitsAnswer && <Textarea label={t.answer} autosize value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} />}
      <Group gap="xs" mt="xs">
        {isDraft && <Button size="xs" variant="default" disabled={busy} onClick={() => void change({ question: id, text, state: "sent" })}>{t.sent}</Button>}
        {isDraft && <Button size="xs" variant="default" disabled={busy} onClick={() => void change({ question: id, state: "dropped" })}>{t.drop}</Button>}
        {awaitsAnswer && <Button size="xs" variant="default" disabled={busy || !answer.trim()} onClick={() => void change({ question: id, answer })}>{t.keepAnswer}</Button>}
      </Group>
    </div>
  );
}
