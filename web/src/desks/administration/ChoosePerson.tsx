import { Button, Group, Paper, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { Answer } from "../../frame/client";
import { Icon } from "../../frame/Icon";
import { useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { accountTexts } from "./texts";

type Person = Answer<"administration.find_to_invite">["people"][number];

/** The server asks for as many: one letter would list half the organisation. */
const FEWEST_LETTERS = 2;

/** A field of a form, `person`: found by name or number, with enough beside it to know that it is them. */
export function ChoosePerson({ onChoose }: { onChoose: (person: Person | undefined) => void }) {
  const t = useTexts(accountTexts);
  const [chosen, setChosen] = useState<Person>();
  const choose = (person: Person | undefined) => {
    setChosen(person);
    onChoose(person);
  };
  if (!chosen) return <Find onFound={choose} />;
  return (
    <Paper withBorder p="xs" role="status">
      <input type="hidden" name="person" value={chosen.personnel_number} />
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Named person={chosen} />
        <Button size="compact-sm" variant="default" autoFocus onClick={() => choose(undefined)}>{t.somebodyElse}</Button>
      </Group>
    </Paper>
  );
}

function Find({ onFound }: { onFound: (person: Person) => void }) {
  const t = useTexts(accountTexts);
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed.trim(), 250);
  const { answer, failure, loading } = useAnswer("administration.find_to_invite", text.length < FEWEST_LETTERS ? undefined : { text });
  const found = text.length < FEWEST_LETTERS ? undefined : answer;
  return (
    <div>
      <TextInput type="search" label={t.whose} description={t.whoseHint} leftSection={<Icon name="search" />} autoComplete="off" data-autofocus value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault() /* finds; it is the button that invites */} />
      <Trouble failure={failure} />
      {found && (
        <Paper withBorder p={4} mt={4} role="region" aria-label={t.found}>
          {found.people.map((person) => (
            <UnstyledButton key={person.personnel_number} className="row-button" w="100%" disabled={person.login !== undefined} onClick={() => onFound(person)}>
              <Named person={person} />
            </UnstyledButton>
          ))}
          <Text size="xs" c="dimmed" px={8} py={2} role="status">{found.people.length === 0 && !loading ? t.foundNobody : found.more ? t.foundMore : ""}</Text>
        </Paper>
      )}
    </div>
  );
}

function Named({ person }: { person: Person }) {
  const t = useTexts(accountTexts);
  return (
    <div>
      <Text size="sm" fw={600}>{person.name}</Text>
      <Text size="xs" c="dimmed">{[person.unit, person.personnel_number, person.login && t.hasAccount(person.login)].filter(Boolean).join(" · ")}</Text>
    </div>
  );
}
