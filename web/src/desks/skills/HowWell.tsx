import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import type { Filled } from "../../forms/ActButton";
import { choices } from "../../forms/words";
import type { Answer } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { personTexts } from "./texts";

export type Held = Answer<"skills.mine">["skills"][number];
export type HowWell = Pick<Held, "level" | "last_used" | "months">;

/** How well somebody says to be able to do something, and when last. */
export function HowWellFields({ now }: { now?: HowWell }) {
  const t = useTexts(personTexts);
  return (
    <>
      <NativeSelect name="level" label={t.level} defaultValue={now?.level ?? ""} data={[{ value: "", label: t.levelNone }, ...choices(t.levels)]} />
      <TextInput name="last_used" type="date" label={t.lastUsed} defaultValue={now?.last_used} />
      <NumberInput name="months" label={t.months} min={0} max={720} allowDecimal={false} defaultValue={now?.months} />
    </>
  );
}

export function howWellOf(filled: Filled) {
  const months = filled("months");
  return { level: filled("level") as HowWell["level"], last_used: filled("last_used"), months: months === undefined ? undefined : Number(months) };
}
