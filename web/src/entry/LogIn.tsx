import { Anchor, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Role, roleWords } from "../forms/words";
import { json, tell } from "../frame/client";
import { useLanguage, useTexts, type InTwo } from "../frame/language";
import { Trouble } from "../frame/Trouble";
import { useRun } from "../frame/use";
import { EntryFrame } from "./EntryFrame";
import { SignInForm } from "./SignInForm";
import { entryTexts } from "./texts";

interface DemoAccount {
  login: string;
  name: string;
  roles: Role[];
  what: InTwo;
}
/** Of somebody without an account: a candidate. */
interface DemoLink {
  name: string;
  path: string;
  what: InTwo;
}
interface Demo {
  password: string;
  accounts: DemoAccount[];
  links?: DemoLink[];
}

export function LogIn({ onDone }: { onDone: () => Promise<void> }) {
  const t = useTexts(entryTexts);
  const demo = useDemo();
  return (
    <EntryFrame title={t.signIn} beneath={demo && demo.accounts.length > 0 && <DemoAccounts demo={demo} onDone={onDone} />}>
      <SignInForm onDone={onDone} />
      <Anchor href="/password" size="sm" mt="md" display="inline-block">{t.haveCode}</Anchor>
    </EntryFrame>
  );
}

/** Everybody knows the password of a demo: choosing somebody is signing in as them. */
function DemoAccounts({ demo, onDone }: { demo: Demo; onDone: () => Promise<void> }) {
  const t = useTexts(entryTexts);
  const words = useTexts(roleWords);
  const { language } = useLanguage();
  const { busy, failure, run } = useRun();
  const enter = ({ login }: DemoAccount) => run(async () => {
    await tell("/api/session", json({ login, password: demo.password }));
    await onDone();
  });
  return (
    <Paper component="section" aria-label={t.demo} withBorder p="md" mt="md">
      <Text size="sm" fw={600}>{t.demo}</Text>
      <Text size="xs" c="dimmed" mb="xs">{t.demoPassword(demo.password)}</Text>
      <Trouble failure={failure} />
      <Stack gap={2}>
        {demo.accounts.map((account) => (
          <UnstyledButton key={account.login} className="row-button" disabled={busy} onClick={() => void enter(account)}>
            <Text size="sm" span><b>{account.name}</b> · {account.roles.map((role) => words[role]).join(", ")}</Text>
            <Text size="xs" c="dimmed">{account.what[language]}</Text>
          </UnstyledButton>
        ))}
        {demo.links?.map(({ name, path, what }) => (
          <UnstyledButton key={path} component="a" href={path} className="row-button">
            <Text size="sm" span><b>{name}</b></Text>
            <Text size="xs" c="dimmed">{what[language]}</Text>
          </UnstyledButton>
        ))}
      </Stack>
    </Paper>
  );
}

async function demoOfServer(): Promise<Demo | undefined> {
  const response = await fetch("/demo.json");
  const told = (await response.json()) as Demo;
  return response.ok ? told : undefined;
}

/** The accounts of a demo; no other server has the file. */
function useDemo() {
  const [demo, setDemo] = useState<Demo>();
  useEffect(() => {
    demoOfServer().then(setDemo, () => undefined);
  }, []);
  return demo;
}
