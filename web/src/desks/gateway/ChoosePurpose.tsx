import { NativeSelect } from "@mantine/core";
import { useTexts } from "../../frame/language";
import { useAnswer } from "../../frame/use";
import { shieldTexts } from "./shieldTexts";
import { GENERAL } from "./words";

/** What a text is for, of the purposes that have a policy. */
export function ChoosePurpose({ value, onChange, disabled }: { value: string; onChange: (purpose: string) => void; disabled?: boolean }) {
  const t = useTexts(shieldTexts);
  const { answer } = useAnswer("gateway.policies", {});
  const purposes = answer?.policies.map(({ policy }) => policy.purpose) ?? [GENERAL];
  return (
    <NativeSelect label={t.purpose} value={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)}
      data={purposes.map((one) => ({ value: one, label: one === GENERAL ? t.general : one }))} />
  );
}
