import { Button, Code, Group, MultiSelect, NumberInput, Stack, Table, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ask } from "../../frame/client";
import { Dialog } from "../../frame/Dialog";
import { useFormat, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { Sheet } from "../../frame/Sheet";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { accountTexts } from "./accountTexts";

const DAYS = 90;

export function Keys() {
  const t = useTexts(accountTexts);
  const { day, moment } = useFormat();
  const { answer, failure, again } = useAnswer("account.keys", {});
  const revoking = useRun();
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<string>();
  if (failure) return <Trouble failure={failure} again={again} />;
  if (!answer) return <Waiting />;
  const revoke = (number: string) => revoking.run(async () => {
    await ask("account.revoke_key", { number });
    again();
  });
  return (
    <Stack gap="sm" align="stretch">
      <Text size="sm">{t.keysWhy}</Text>
      <Trouble failure={revoking.failure} />
      {made && <div role="status"><Text size="sm" mb={4}>{t.madeKey}</Text><Code block>{made}</Code></div>}
      {answer.keys.length === 0 ? <Text size="sm" c="dimmed">{t.noKeys}</Text> : (
        <Sheet name={t.keys}>
          <Table>
            <Table.Thead><Table.Tr><Table.Th>{t.name}</Table.Th><Table.Th>{t.may}</Table.Th><Table.Th>{t.ends}</Table.Th><Table.Th>{t.used}</Table.Th><Table.Td /></Table.Tr></Table.Thead>
            <Table.Tbody>
              {answer.keys.map((key) => (
                <Table.Tr key={key.number}>
                  <Table.Td>{key.name}</Table.Td>
                  <Table.Td>{key.operations.join(", ")}</Table.Td>
                  <Table.Td>{day(key.ends_at)}</Table.Td>
                  <Table.Td>{key.used_at ? moment(key.used_at) : t.never}</Table.Td>
                  <Table.Td><Button size="compact-sm" variant="default" aria-label={t.revokeOf(key.name)} disabled={revoking.busy} onClick={() => void revoke(key.number)}>{t.revoke}</Button></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Sheet>
      )}
      <Group><Button variant="default" onClick={() => setIsMaking(true)}>{t.newKey}</Button></Group>
      <Dialog opened={isMaking} onClose={() => setIsMaking(false)} title={t.newKey}>
        <MakeKey onMade={(key) => {
          setMade(key);
          setIsMaking(false);
          again();
        }} />
      </Dialog>
    </Stack>
  );
}

function MakeKey({ onMade }: { onMade: (key: string) => void }) {
  const t = useTexts(accountTexts);
  const { who } = useSession();
  const [name, setName] = useState("");
  const [operations, setOperations] = useState<string[]>([]);
  const [days, setDays] = useState<number>(DAYS);
  const { busy, failure, run } = useRun();
  function submit(event: FormEvent) {
    event.preventDefault();
    void run(async () => onMade((await ask("account.make_key", { name, operations, days })).key));
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput label={t.keyFor} required data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <MultiSelect label={t.operations} required searchable data={who.operations} value={operations} onChange={setOperations} />
        <NumberInput label={t.days} min={1} max={365} value={days} onChange={(value) => setDays(Number(value) || DAYS)} />
        <Trouble failure={failure} />
        <Button type="submit" loading={busy}>{t.make}</Button>
      </Stack>
    </form>
  );
}
