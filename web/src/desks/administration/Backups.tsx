import { Code, Group, Paper, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ActButton, Outcome } from "../../forms/ActButton";
import { type Answer, ask } from "../../frame/client";
import { fetchFile } from "../../frame/files";
import { askLong } from "../../frame/jobs";
import { useFormat, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { backupTexts } from "./texts";

type State = Answer<"administration.backups">;

/** When a backup was last made, and the key changed; and both can be done here. */
export function Backups() {
  const { answer, failure, again } = useAnswer("administration.backups", {});
  if (failure) return <Trouble failure={failure} again={again} />;
  if (!answer) return <Waiting />;
  return (
    <>
      <Backup state={answer} again={again} />
      <Key state={answer} again={again} />
    </>
  );
}

function useSize() {
  const { number } = useFormat();
  return (bytes: number) => (bytes < 1e6 ? `${number(bytes / 1e3, 0)} kB` : `${number(bytes / 1e6, 1)} MB`);
}

function Backup({ state, again }: { state: State; again: () => void }) {
  const t = useTexts(backupTexts);
  const { moment, number } = useFormat();
  const { may } = useSession();
  const size = useSize();
  const [made, setMade] = useState<Answer<"administration.make_backup">>();
  const make = async () => {
    const name = `collega-${new Date().toISOString().slice(0, 10)}.backup`;
    const answer = await askLong("administration.make_backup", { file: name }, t.making);
    await fetchFile(answer.file, name);
    setMade(answer);
    again();
  };
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-label={t.backup}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t.backup}</Title>
        {may("administration.make_backup") && <ActButton label={t.make} why={t.makeWhy} act={make} />}
      </Group>
      {made && <Outcome>{t.made(number(made.rows, 0), size(made.bytes))}</Outcome>}
      <Text size="sm">{state.verified ? t.verified(moment(state.verified.at), number(state.verified.rows ?? 0, 0), size(state.verified.bytes ?? 0)) : t.neverVerified}</Text>
      {state.at_terminal && <Text size="sm">{t.atTerminal(moment(state.at_terminal.at))}</Text>}
      <Text size="sm" c="dimmed" mt="xs">{t.keyApart}</Text>
    </Paper>
  );
}

function Key({ state, again }: { state: State; again: () => void }) {
  const t = useTexts(backupTexts);
  const { moment } = useFormat();
  const { may } = useSession();
  const [reminder, setReminder] = useState<string>();
  const change = async () => {
    setReminder((await ask("administration.rotate_key", {})).reminder);
    again();
  };
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-label={t.key}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t.key}</Title>
        {state.key_beside_data && may("administration.rotate_key") && <ActButton label={t.change} why={t.changeWhy} act={change} />}
      </Group>
      {reminder && <Outcome>{t.changed} {reminder}</Outcome>}
      <Text size="sm">{state.key_changed ? t.changedAt(moment(state.key_changed.at)) : t.neverChanged}</Text>
      <Text size="sm">{state.key_beside_data ? t.inFile : t.inEnvironment}</Text>
      {!state.key_beside_data && <Code block tabIndex={0} mt="xs">COLLEGA_KEY</Code>}
    </Paper>
  );
}
