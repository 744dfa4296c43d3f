import { Badge, Button, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { roleWords } from "../../forms/words";
import { ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Sheet } from "../../frame/Sheet";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { accountTexts } from "./accountTexts";
import { Keys } from "./Keys";
import { SecondFactor } from "./SecondFactor";

export default function Account() {
  const t = useTexts(accountTexts);
  const roles = useTexts(roleWords);
  const { who } = useSession();
  return (
    <PageFrame title={t.title} lead={who.display}>
      <Stack gap="md" maw={900}>
        <Part title={t.roles}>
          {who.roles.length === 0 ? <Text size="sm">{t.noRoles}</Text> : (
            <Group gap="xs">{who.roles.map((role) => <Badge key={role} variant="default" tt="none">{roles[role]}</Badge>)}</Group>
          )}
        </Part>
        <Part title={t.factor}><SecondFactor /></Part>
        <Part title={t.sessions}><Sessions /></Part>
        <Part title={t.keys}><Keys /></Part>
      </Stack>
    </PageFrame>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return <Paper withBorder p="md"><Title order={2} mb="xs">{title}</Title>{children}</Paper>;
}

function Sessions() {
  const t = useTexts(accountTexts);
  const { moment } = useFormat();
  const { who } = useSession();
  const { answer, failure, again } = useAnswer("account.sessions", {});
  const ending = useRun();
  if (failure) return <Trouble failure={failure} again={again} />;
  if (!answer) return <Waiting />;
  const end = (session: string) => ending.run(async () => {
    await ask("account.end_session", { session });
    again();
  });
  return (
    <>
      <Trouble failure={ending.failure} />
      <Sheet name={t.sessions}>
        <Table>
          <Table.Thead><Table.Tr><Table.Th>{t.device}</Table.Th><Table.Th>{t.seen}</Table.Th><Table.Th>{t.since}</Table.Th><Table.Td /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {answer.sessions.map(({ session, device, seen_at, made_at }) => (
              <Table.Tr key={session}>
                <Table.Td>{device || t.unknownDevice} {session === who.session && <Badge variant="default" tt="none" fw={500}>{t.thisOne}</Badge>}</Table.Td>
                <Table.Td>{moment(seen_at)}</Table.Td>
                <Table.Td>{moment(made_at)}</Table.Td>
                <Table.Td>{session !== who.session && <Button size="compact-sm" variant="default" aria-label={t.endOf(device || t.unknownDevice)} disabled={ending.busy} onClick={() => void end(session)}>{t.end}</Button>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Sheet>
    </>
  );
}
