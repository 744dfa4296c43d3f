import { Button, Group, Paper, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import type { Candidate } from "./CandidatePage";
import { hiringTexts } from "./texts";

export function Notes({ candidate, again }: { candidate: Candidate; again: () => void }) {
  const t = useTexts(hiringTexts);
  const { moment } = useFormat();
  const { may } = useSession();
  const [text, setText] = useState("");
  const { busy, failure, run } = useRun();
  function submit(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      await ask("hiring.annotate", { application: candidate.application, text });
      setText("");
      again();
    });
  }
  const remove = (note: string) => run(async () => {
    await ask("hiring.remove_note", { note });
    again();
  });
  return (
    <Paper withBorder p="md" component="section" aria-label={t.notes}>
      <Text fw={700} size="sm" mb={4}>{t.notes}</Text>
      {candidate.notes.length === 0 && <Text size="sm" c="dimmed">{t.noNotes}</Text>}
      {candidate.notes.map(({ note, by, at, text: written, mine }) => (
        <div key={note}>
          <Group gap="xs"><Text size="xs" c="dimmed">{by}, {moment(at)}</Text>{mine && <Button size="compact-xs" variant="default" disabled={busy} onClick={() => void remove(note)}>{t.remove}</Button>}</Group>
          <Text size="sm" className="own-words">{written}</Text>
        </div>
      ))}
      {may("hiring.annotate") && (
        <form onSubmit={submit}>
          <Textarea label={t.note} autosize minRows={2} required mt="xs" value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Trouble failure={failure} />
          <Button type="submit" variant="default" size="xs" mt="xs" loading={busy}>{t.addNote}</Button>
        </form>
      )}
    </Paper>
  );
}
