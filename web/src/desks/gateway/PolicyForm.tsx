import { Box, Button, Checkbox, Group, NativeSelect, NumberInput, Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Outcome } from "../../forms/ActButton";
import { choices } from "../../forms/words";
import { type Answer, ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { Sheet } from "../../frame/Sheet";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import "./gateway.css";
import { policyTexts } from "./ruleTexts";
import { type DataClass, dataWords, hasBroader, kindWords, type Policy, type Treatment, treatmentWords } from "./words";

type Shown = Answer<"gateway.policies">["policies"][number];

/** What is done with each kind, and what else holds of a purpose. Read by many, changed by the privacy coordinator. */
export function PolicyForm({ shown, saved }: { shown: Shown; saved: () => void }) {
  const t = useTexts(policyTexts);
  const { may } = useSession();
  const [policy, setPolicy] = useState<Policy>(shown.policy);
  const [kinds, setKinds] = useState(shown.treatments);
  const [isSaved, setSaved] = useState(false);
  const { busy, failure, run } = useRun();
  const isMine = may("gateway.set_policy");
  const change = (changed: Partial<Policy>) => {
    setSaved(false);
    setPolicy((before) => ({ ...before, ...changed }));
  };
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      void run(async () => {
        await ask("gateway.set_policy", { policy: { ...policy, kinds } });
        setSaved(true);
        saved();
      });
    }}>
      <Stack gap="md" mb="lg">
        <KindsTable kinds={kinds} isMine={isMine} onChange={(changed) => {
          setSaved(false);
          setKinds(changed);
        }} />
        <Rest policy={policy} isMine={isMine} change={change} />
        <Trouble failure={failure} />
        {isSaved && <Outcome>{t.saved}</Outcome>}
        {isMine && <Group><Button type="submit" loading={busy}>{t.save}</Button></Group>}
      </Stack>
    </form>
  );
}

function KindsTable({ kinds, isMine, onChange }: { kinds: Shown["treatments"]; isMine: boolean; onChange: (kinds: Shown["treatments"]) => void }) {
  const t = useTexts(policyTexts);
  const words = useTexts(kindWords);
  const treatments = useTexts(treatmentWords);
  return (
    <Box maw={680}>
      <Title order={2} mb="xs">{t.kinds}</Title>
      <Sheet name={t.kinds}>
        <Table verticalSpacing={4} className="narrow">
          <Table.Thead><Table.Tr><Table.Th>{t.kind}</Table.Th><Table.Th>{t.treatment}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {kinds.map((one, place) => (
              <Table.Tr key={one.kind}>
                <Table.Td>{words[one.kind]}</Table.Td>
                <Table.Td>
                  {isMine ? (
                    <NativeSelect size="xs" aria-label={words[one.kind]} value={one.treatment}
                      data={choices(treatments).filter(({ value }) => value !== "generalise" || hasBroader(one.kind))}
                      onChange={({ currentTarget: { value } }) => onChange(kinds.map((kind, other) => (other === place ? { ...kind, treatment: value as Treatment } : kind)))} />
                  ) : treatments[one.treatment]}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Sheet>
    </Box>
  );
}

function Rest({ policy, isMine, change }: { policy: Policy; isMine: boolean; change: (changed: Partial<Policy>) => void }) {
  const t = useTexts(policyTexts);
  const data = useTexts(dataWords);
  const local = policy.local_only ?? [];
  return (
    <>
      {isMine ? (
        <Checkbox.Group label={t.local} value={local} onChange={(chosen) => change({ local_only: chosen as DataClass[] })}>
          <Group gap="sm" mt={4}>{choices(data).map((one) => <Checkbox key={one.value} {...one} />)}</Group>
        </Checkbox.Group>
      ) : <Text size="sm">{t.local}: {local.map((one) => data[one]).join(", ") || "–"}</Text>}
      <Group align="flex-end">
        <NumberInput label={t.most} min={1} max={4_000_000} readOnly={!isMine} value={policy.most_characters} onChange={(value) => change({ most_characters: Number(value) })} />
        <NumberInput label={t.keep} min={1} max={366} readOnly={!isMine} value={policy.keep_days} onChange={(value) => change({ keep_days: Number(value) })} />
        <NumberInput label={t.keepSent} min={0} max={366} readOnly={!isMine} value={policy.keep_sent_days} onChange={(value) => change({ keep_sent_days: Number(value) })} />
      </Group>
      <Text size="sm" c="dimmed">{t.keepNotice}</Text>
    </>
  );
}
