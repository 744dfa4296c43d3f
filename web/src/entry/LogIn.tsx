import { Anchor, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { useLanguage, useTexts, type InTwo } from "../frame/language";
import { EntryFrame } from "./EntryFrame";
import { SignInForm } from "./SignInForm";
import { entryTexts } from "./texts";

interface DemoAccount {
  login: string;
  name: string;
  roles: string[];
  what: InTwo;
}
interface Demo {
  password: string;
  accounts: DemoAccount[];
}

export function LogIn({ onDone }: { onDone: () => Promise<void> }) {
  const t = useTexts(entryTexts);
  const demo = useDemo();
  const [chosen, setChosen] = useState<DemoAccount>();
  return (
    <EntryFrame title={t.signIn} beneath={demo && demo.accounts.length > 0 && <DemoAccounts demo={demo} onChoose={setChosen} />}>
      <SignInForm key={chosen?.login ?? ""} onDone={onDone} login={chosen?.login} password={chosen && demo?.password} />
      <Anchor href="/password" size="sm" mt="md" display="inline-block">{t.haveCode}</Anchor>
    </EntryFrame>
  );
}

function DemoAccounts({ demo, onChoose }: { demo: Demo; onChoose: (account: DemoAccount) => void }) {
  const t = useTexts(entryTexts);
  const { language } = useLanguage();
  return (
    <Paper component="section" aria-label={t.demo} withBorder p="md" mt="md">
      <Text size="sm" fw={600}>{t.demo}</Text>
      <Text size="xs" c="dimmed" mb="xs">{t.demoPassword(demo.password)}</Text>
      <Stack gap={2}>
        {demo.accounts.map((account) => (
          <UnstyledButton key={account.login} className="row-button" onClick={() => onChoose(account)}>
            <Text size="sm" fw={600} span>{account.name}</Text>
            <Text size="xs" c="dimmed">{account.what[language]}</Text>
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
