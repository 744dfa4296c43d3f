// A field whose value is found by name in a list that the server gives. Who knows the code or number may type it instead.
import { Button, Group, Paper, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Icon } from "../frame/Icon";
import { inTwo, useTexts } from "../frame/language";
import { Trouble } from "../frame/Trouble";

export interface Found {
  key: string;
  label: string;
  more?: string;
}

/** What was found for a text; for nothing, nothing is asked. */
export type UseFound = (text: string | undefined) => { found?: Found[]; more?: boolean; failure: unknown; loading: boolean };

const FEWEST_LETTERS = 2;
const texts = inTwo({
  nl: { other: "Iets anders", found: "Gevonden", none: "Niets gevonden met deze naam.", more: "Er zijn er meer. Typ verder." },
  en: { other: "Something else", found: "Found", none: "Nothing found by this name.", more: "There are more. Type on." },
});

export function ChooseFound({ label, description, name, useFound, onValue }: {
  label: string;
  description?: string;
  name: string;
  useFound: UseFound;
  /** The key that was chosen, or what was typed. */
  onValue: (value: string) => void;
}) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<Found>();
  const choose = (one: Found | undefined) => {
    setChosen(one);
    onValue(one?.key ?? "");
  };
  if (!chosen) return <Find {...{ label, description, name, useFound, onValue }} onFound={choose} />;
  return (
    <Paper withBorder p="xs" role="group" aria-label={label}>
      <input type="hidden" name={name} value={chosen.key} />
      <Text size="xs" c="dimmed">{label}</Text>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Named one={chosen} />
        <Button size="compact-sm" variant="default" autoFocus aria-label={`${t.other}: ${label}`} onClick={() => choose(undefined)}>{t.other}</Button>
      </Group>
    </Paper>
  );
}

function Find({ label, description, name, useFound, onValue, onFound }: Parameters<typeof ChooseFound>[0] & { onFound: (one: Found) => void }) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed.trim(), 250);
  const isLooking = typed.trim().length >= FEWEST_LETTERS && text.length >= FEWEST_LETTERS;
  const { found, more, failure, loading } = useFound(isLooking ? text : undefined);
  return (
    <div>
      <TextInput type="search" name={name} label={label} description={description} leftSection={<Icon name="search" />} autoComplete="off" autoCapitalize="none" value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onValue(event.currentTarget.value.trim());
        }}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault() /* finds; a button saves */} />
      {isLooking && <Trouble failure={failure} />}
      {isLooking && found && (
        <Paper withBorder p={4} mt={4} role="region" aria-label={`${t.found}: ${label}`}>
          {found.map((one) => (
            <UnstyledButton key={one.key} className="row-button" w="100%" onClick={() => onFound(one)}><Named one={one} /></UnstyledButton>
          ))}
          <Text size="xs" c="dimmed" px={8} py={2} role="status">{found.length === 0 && !loading ? t.none : more ? t.more : ""}</Text>
        </Paper>
      )}
    </div>
  );
}

function Named({ one }: { one: Found }) {
  return (
    <div>
      <Text size="sm" fw={600}>{one.label}</Text>
      {one.more && <Text size="xs" c="dimmed">{one.more}</Text>}
    </div>
  );
}
