import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { json, tell } from "../frame/client";
import { useTexts } from "../frame/language";
import { Trouble } from "../frame/Trouble";
import { useRun } from "../frame/use";
import { EntryFrame } from "./EntryFrame";
import { entryTexts } from "./texts";

export function FirstAdministrator({ onDone }: { onDone: () => Promise<void> }) {
  const t = useTexts(entryTexts);
  const [filled, setFilled] = useState({ code: "", login: "", display: "", password: "" });
  const { busy, failure, run } = useRun();
  const fill = (name: keyof typeof filled) => ({
    value: filled[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setFilled((before) => ({ ...before, [name]: value }));
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      await tell("/api/session/first", json(filled));
      await tell("/api/session", json({ login: filled.login, password: filled.password }));
      await onDone();
    });
  }
  return (
    <EntryFrame title={t.first} why={t.firstWhy}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label={t.oneTimeCode} autoComplete="off" autoCapitalize="none" spellCheck={false} required {...fill("code")} />
          <TextInput label={t.login} autoComplete="username" autoCapitalize="none" spellCheck={false} required {...fill("login")} />
          <TextInput label={t.display} autoComplete="name" required {...fill("display")} />
          <PasswordInput label={t.chosen} description={t.chosenHint} autoComplete="new-password" required {...fill("password")} />
          <Trouble failure={failure} />
          <Button type="submit" loading={busy}>{t.makeFirst}</Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
