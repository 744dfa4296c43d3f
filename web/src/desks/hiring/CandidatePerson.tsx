import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActButton, Outcome } from "../../forms/ActButton";
import { ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { poolTexts } from "./moreTexts";

/** That a candidate works here: what they may ask as an employee then reaches their application too. */
export function CandidatePerson({ application }: { application: string }) {
  const t = useTexts(poolTexts);
  const [told, setTold] = useState<string>();
  return (
    <>
      <ActButton label={t.worksHere} why={t.worksHereWhy} act={async (filled) => {
        const person = filled("person") ?? "";
        await ask("hiring.link_person", { application, person });
        setTold(person ? t.worksHereDone(person) : t.worksHereUndone);
      }}>
        <TextInput name="person" label={t.personnelNumber} description={t.personnelNumberHint} inputMode="numeric" />
      </ActButton>
      {told && <Outcome><Text size="sm">{told}</Text></Outcome>}
    </>
  );
}
