import { Anchor, Button, Group, List, Paper, Text, Title } from "@mantine/core";
import { useEffect } from "react";
import { Link } from "react-router-dom";
import { type Answer, ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { intakeTexts } from "./intakeTexts";

type Troubled_ = Answer<"hiring.troubled_files">["files"][number];

/** What came in and made nobody known: it stays until somebody puts it aside, or hands it over again. `turn`: look anew. */
export function Troubled({ vacancy, turn }: { vacancy: string; turn: number }) {
  const t = useTexts(intakeTexts);
  const { may } = useSession();
  const { answer, failure, again } = useAnswer("hiring.troubled_files", { vacancy });
  const { busy, failure: refused, run } = useRun();
  useEffect(() => {
    if (turn > 0) again();
  }, [turn, again]);
  const files = answer?.files ?? [];
  const putAside = (some: Troubled_[]) => void run(async () => {
    await ask("hiring.put_files_aside", { vacancy, files: some.map(({ trouble }) => trouble) });
    again();
  });
  const parts = [
    { title: t.unreadable, lead: t.unreadableLead, some: files.filter(({ outcome }) => outcome === "unreadable") },
    { title: t.duplicates, lead: t.duplicatesLead, some: files.filter(({ outcome }) => outcome === "duplicate") },
  ];
  return (
    <>
      <Trouble failure={failure ?? refused} again={again} />
      {parts.filter(({ some }) => some.length > 0).map(({ title, lead, some }) => (
        <Paper key={title} component="section" withBorder p="md" mt="sm" aria-label={title}>
          <Group justify="space-between" gap="xs">
            <Title order={2} size="sm">{title}</Title>
            {may("hiring.put_files_aside") && some.length > 1 && <Button size="compact-sm" variant="default" disabled={busy} onClick={() => putAside(some)}>{t.allAside}</Button>}
          </Group>
          <Text size="sm" c="dimmed" mb={4}>{lead}</Text>
          <List size="sm" spacing={4}>
            {some.map((one) => (
              <List.Item key={one.trouble}>
                <TroubledFile of={one} />
                {may("hiring.put_files_aside") && <Button size="compact-xs" variant="default" ml="xs" disabled={busy} aria-label={t.asideOf(one.file ?? one.code ?? t.aFile)} onClick={() => putAside([one])}>{t.aside}</Button>}
              </List.Item>
            ))}
          </List>
        </Paper>
      ))}
    </>
  );
}

function TroubledFile({ of: { file, by, mine, at, reason, code, application } }: { of: Troubled_ }) {
  const t = useTexts(intakeTexts);
  const { day } = useFormat();
  const from = mine ? t.byYou(day(at)) : t.byOther(by, day(at));
  return (
    <>
      {code && <Anchor component={Link} to={`/hiring/candidates/${application}`} size="sm">{code}</Anchor>}
      {code && file && ": "}
      {file && <span className="own-words">{file}</span>}
      {!code && !file && t.aFile}
      {reason && `: ${reason}`} <Text span size="sm" c="dimmed">({from})</Text>
    </>
  );
}
