import { Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActButton, Outcome } from "../../forms/ActButton";
import { ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { poolTexts } from "./moreTexts";

/** What lets somebody stay in the talent pool. */
export function CandidateConsent({ application }: { application: string }) {
  const t = useTexts(poolTexts);
  const { day } = useFormat();
  const [until, setUntil] = useState<string>();
  return (
    <>
      <ActButton label={t.consent} why={t.consentWhy} act={async (filled) => {
        const { consent_until } = await ask("hiring.consent", { application, until: filled("until") ?? "", how: filled("how") ?? "" });
        setUntil(consent_until);
      }}>
        <TextInput name="until" type="date" label={t.consentDay} required />
        <Textarea name="how" label={t.consentHow} required autosize minRows={2} />
      </ActButton>
      {until && <Outcome><Text size="sm">{t.consented(day(until))}</Text></Outcome>}
    </>
  );
}
