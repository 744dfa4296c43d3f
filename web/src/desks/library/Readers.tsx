import { Checkbox, MultiSelect, TextInput } from "@mantine/core";
import { choices, type Role, roleWords } from "../../forms/words";
import type { Filled } from "../../forms/ActButton";
import { useTexts } from "../../frame/language";
import { libraryTexts } from "./texts";

/** Names, codes or numbers with commas between them. */
export function listed(text: string | undefined): string[] {
  return (text ?? "").split(",").map((one) => one.trim()).filter(Boolean);
}

/** What was filled in of who may read; the names are those of library.add and library.readers. */
export function readersOf(filled: Filled) {
  return {
    everybody: filled("everybody") !== undefined,
    roles: listed(filled("roles")) as Role[],
    units: listed(filled("units")),
    people: listed(filled("people")),
  };
}

export function ReaderFields() {
  const t = useTexts(libraryTexts);
  const roles = useTexts(roleWords);
  return (
    <>
      <Checkbox name="everybody" label={t.everybody} />
      <MultiSelect name="roles" label={t.roles} data={choices(roles)} comboboxProps={{ withinPortal: false }} />
      <TextInput name="units" label={t.units} autoCapitalize="none" />
      <TextInput name="people" label={t.peopleField} />
    </>
  );
}
