import { Button, Group, Paper, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { Input } from "../../frame/client";
import { Icon } from "../../frame/Icon";
import { useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { kindTexts, ownTexts } from "./texts";

export interface Chosen {
  concept: string;
  label: string;
}
type Kind = Input<"skills.search">["kind"];

const FEWEST_LETTERS = 2;

/** One concept, found by name. */
export function ChooseConcept({ label, kind, chosen, onChoose }: { label: string; kind?: Kind; chosen?: Chosen; onChoose: (chosen: Chosen | undefined) => void }) {
  const t = useTexts(ownTexts);
  if (!chosen) return <Find label={label} kind={kind} onFound={onChoose} />;
  return (
    <Paper withBorder p="xs" role="group" aria-label={label}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>{chosen.label}</Text>
        <Button size="compact-sm" variant="default" onClick={() => onChoose(undefined)}>{t.otherOne}</Button>
      </Group>
    </Paper>
  );
}

/** Several. */
export function ChooseConcepts({ label, kind, chosen, onChoose }: { label: string; kind?: Kind; chosen: Chosen[]; onChoose: (chosen: Chosen[]) => void }) {
  const t = useTexts(ownTexts);
  const others = (one: Chosen) => chosen.filter((other) => other.concept !== one.concept);
  return (
    <div>
      <Find label={label} kind={kind} onFound={(one) => onChoose([...others(one), one])} clears />
      <Group gap={4} mt={4}>
        {chosen.map((one) => (
          <Button key={one.concept} size="compact-xs" variant="default" rightSection={<span aria-hidden="true">×</span>} aria-label={t.takeOff(one.label)} onClick={() => onChoose(others(one))}>
            {one.label}
          </Button>
        ))}
      </Group>
    </div>
  );
}

function Find({ label, kind, onFound, clears = false }: { label: string; kind?: Kind; onFound: (chosen: Chosen) => void; clears?: boolean }) {
  const t = useTexts(ownTexts);
  const kinds = useTexts(kindTexts);
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed.trim(), 250);
  const isLooking = typed.trim().length >= FEWEST_LETTERS && text.length >= FEWEST_LETTERS;
  const { answer, failure, loading } = useAnswer("skills.search", isLooking ? { text, kind, limit: 6 } : undefined);
  const found = isLooking ? answer : undefined;
  return (
    <div>
      <TextInput type="search" label={label} description={t.chooseHint} leftSection={<Icon name="search" />} autoComplete="off" value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault() /* finds; a button saves */} />
      <Trouble failure={failure} />
      {found && (
        <Paper withBorder p={4} mt={4} role="region" aria-label={`${t.found}: ${label}`}>
          {found.concepts.map((one) => (
            <UnstyledButton key={one.concept} className="row-button" w="100%" onClick={() => {
              onFound(one);
              if (clears) setTyped("");
            }}>
              <Text size="sm" fw={600}>{one.label}</Text>
              <Text size="xs" c="dimmed">{[kinds[one.kind], one.found].filter(Boolean).join(" · ")}</Text>
            </UnstyledButton>
          ))}
          <Text size="xs" c="dimmed" px={8} py={2} role="status">{found.concepts.length === 0 && !loading ? t.chooseNone : ""}</Text>
        </Paper>
      )}
    </div>
  );
}
