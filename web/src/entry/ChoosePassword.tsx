import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { json, tell } from "../frame/client";
import { useTexts } from "../frame/language";
import { Trouble } from "../frame/Trouble";
import { useRun } from "../frame/use";
import { EntryFrame } from "./EntryFrame";
import { entryTexts } from "./texts";

/** With the code of an invitation or a reset; it may stand behind the #, where no server and no log sees it. */
export default function ChoosePassword() {
  const t = useTexts(entryTexts);
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [password, setPassword] = useState("");
  const [isKept, setIsKept] = useState(false);
  const { busy, failure, run } = useRun();
  function submit(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      await tell("/api/session/password", json({ code: code.trim(), password }));
      setIsKept(true);
    });
  }
  if (isKept) {
    return (
      <EntryFrame title={t.invitation} why={t.passwordKept}>
        <Anchor href="/">{t.signIn}</Anchor>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t.invitation} why={t.invitationWhy}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label={t.code} autoComplete="off" autoCapitalize="none" spellCheck={false} required
            value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          <PasswordInput label={t.chosen} description={t.chosenHint} autoComplete="new-password" required
            value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          <Trouble failure={failure} />
          <Button type="submit" loading={busy}>{t.keepPassword}</Button>
          <Text size="sm"><Anchor href="/">{t.signIn}</Anchor></Text>
        </Stack>
      </form>
    </EntryFrame>
  );
}
