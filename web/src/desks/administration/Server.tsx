import { Alert, Button, Code, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { ActButton, Outcome } from "../../forms/ActButton";
import { type Answer, ask, request } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Backups } from "./Backups";
import { serverTexts } from "./texts";

export default function Server() {
  const t = useTexts(serverTexts);
  const { may } = useSession();
  const [tidied, setTidied] = useState<Answer<"office.tidy">>();
  const commands: [string, string][] = [
    [t.backup, "collega backup /backup/collega-$(date +%F)"],
    [t.restore, "collega restore /backup/collega-2026-11-22 --into /srv/new --key-file /safe/key --erasures /srv/collega/erasures"],
    [t.heads, "collega ledger export /mnt/elsewhere/heads"],
  ];
  return (
    <PageFrame title={t.title} lead={t.lead} actions={may("office.tidy") && <ActButton label={t.tidy} why={t.tidyWhy} act={async () => setTidied(await ask("office.tidy", {}))} />}>
      {tidied && <Outcome>{t.tidied(tidied.expired_proposals, tidied.jobs, tidied.files)}</Outcome>}
      <Health />
      {may("administration.backups") && <Backups />}
      <Paper component="section" withBorder p="md" aria-label={t.terminal}>
        <Title order={2}>{t.terminal}</Title>
        <Text size="sm" c="dimmed" mb="sm">{t.terminalLead}</Text>
        <Stack gap="sm">
          {commands.map(([what, command]) => (
            <div key={command}>
              <Text size="sm">{what}</Text>
              <Code block tabIndex={0}>{command}</Code>
            </div>
          ))}
        </Stack>
      </Paper>
    </PageFrame>
  );
}

function Health() {
  const t = useTexts(serverTexts);
  const [isReady, setReady] = useState<boolean>();
  const look = useCallback(() => {
    setReady(undefined);
    request("/readyz").then((response) => response.text()).then(() => setReady(true), () => setReady(false));
  }, []);
  useEffect(look, [look]);
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-label={t.health}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t.health}</Title>
        <Button variant="default" size="xs" onClick={look}>{t.look}</Button>
      </Group>
      {isReady !== undefined && <Alert role="status" variant="default">{isReady ? t.ready : t.notReady}</Alert>}
    </Paper>
  );
}
