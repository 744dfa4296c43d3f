import { Button, PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { json, tell } from "../frame/client";
import { useTexts } from "../frame/language";
import { Trouble } from "../frame/Trouble";
import { useRun } from "../frame/use";
import { entryTexts } from "./texts";

export function StepUpForm({ onDone }: { onDone: () => Promise<void> }) {
  const t = useTexts(entryTexts);
  const [proof, setProof] = useState("");
  const { busy, failure, run } = useRun();
  function submit(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      await tell("/api/session/confirm", json({ password_or_code: proof }));
      await onDone();
    });
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <PasswordInput label={t.passwordOrCode} autoComplete="current-password" required autoFocus data-autofocus
          value={proof} onChange={(event) => setProof(event.currentTarget.value)} />
        <Trouble failure={failure} />
        <Button type="submit" loading={busy}>{t.confirm}</Button>
      </Stack>
    </form>
  );
}
