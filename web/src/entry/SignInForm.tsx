import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { json, request, tell } from "../frame/client";
import { useTexts } from "../frame/language";
import { Trouble } from "../frame/Trouble";
import { useRun } from "../frame/use";
import { entryTexts } from "./texts";

/** Login and password, and the code of a second factor where there is one. */
export function SignInForm({ onDone }: { onDone: () => Promise<void> }) {
  const t = useTexts(entryTexts);
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [needsCode, setNeedsCode] = useState(false);
  const { busy, failure, run } = useRun();

  async function signIn() {
    const response = await request("/api/session", json({ login: login.trim(), password }));
    const answer = (await response.json()) as { second_factor_needed: boolean };
    if (answer.second_factor_needed) setNeedsCode(true);
    else await onDone();
  }
  async function giveCode() {
    await tell("/api/session/code", json({ code: code.replaceAll(" ", "") }));
    await onDone();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void run(needsCode ? giveCode : signIn);
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {needsCode ? (
          <TextInput key="code" label={t.code} description={t.codeOfApp} autoComplete="one-time-code" required autoFocus
            value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        ) : (
          <>
            <TextInput label={t.login} autoComplete="username" autoCapitalize="none" spellCheck={false} required
              value={login} onChange={(event) => setLogin(event.currentTarget.value)} />
            <PasswordInput label={t.password} autoComplete="current-password" required
              value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          </>
        )}
        <Trouble failure={failure} />
        <Button type="submit" loading={busy}>{needsCode ? t.confirm : t.signIn}</Button>
      </Stack>
    </form>
  );
}
