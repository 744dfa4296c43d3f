import { Button, Stack, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import type { Input } from "../../frame/client";
import { type Chosen, ChooseConcept } from "./ChooseConcept";
import { Gap } from "./Gap";
import { gapTexts } from "./texts";

/** A team or an employee beside what an occupation or own position asks. */
export default function GapOf() {
  const t = useTexts(gapTexts);
  const [chosen, setChosen] = useState<Chosen>();
  const [asked, setAsked] = useState<Input<"skills.gap_of">>();
  const { answer, failure, again } = useAnswer("skills.gap_of", asked);
  return (
    <PageFrame title={t.beside} lead={t.besideLead}>
      <form onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const filled = (name: string) => String(data.get(name) ?? "").trim() || undefined;
        if (chosen) setAsked({ occupation: chosen.concept, unit: filled("unit"), person: filled("person") });
      }}>
        <Stack gap="sm" mb="md" maw={480}>
          <ChooseConcept label={t.oneJob} kind="occupation" chosen={chosen} onChoose={setChosen} />
          <TextInput name="unit" label={t.unit} autoCapitalize="none" />
          <TextInput name="person" label={t.person} />
          <Button type="submit" disabled={!chosen}>{t.lay}</Button>
        </Stack>
      </form>
      <Trouble failure={failure} again={again} />
      {answer && (
        <>
          <Title order={2} mb="xs">{answer.occupation.label}</Title>
          <Gap gap={answer} />
        </>
      )}
    </PageFrame>
  );
}
