import { Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { useSearchParams } from "react-router-dom";
import { ActButton } from "../../forms/ActButton";
import { ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { WhatItCannot } from "./notices";
import { PolicyForm } from "./PolicyForm";
import { policyTexts } from "./ruleTexts";
import { GENERAL } from "./words";

/** One purpose at a time; the address says which. */
export default function Policies() {
  const t = useTexts(policyTexts);
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const { answer, failure, again } = useAnswer("gateway.policies", {});
  const purpose = params.get("purpose") ?? GENERAL;
  const choose = (chosen: string) => setParams(chosen === GENERAL ? {} : { purpose: chosen });
  const shown = answer?.policies.find((one) => one.policy.purpose === purpose);
  const general = answer?.policies.find((one) => one.policy.purpose === GENERAL);
  return (
    <PageFrame title={t.title} lead={t.lead} actions={may("gateway.set_policy") && general && (
      <>
        <ActButton label={t.add} why={t.addWhy} act={async (filled) => {
          const fresh = filled("purpose") ?? "";
          await ask("gateway.set_policy", { policy: { ...general.policy, purpose: fresh } });
          again();
          choose(fresh);
        }}>
          <TextInput name="purpose" label={t.newPurpose} required pattern="[a-z0-9_\-]{1,40}" title={t.pattern} />
        </ActButton>
        {purpose !== GENERAL && (
          <ActButton label={t.remove} why={t.removeWhy} act={async () => {
            await ask("gateway.remove_policy", { purpose });
            choose(GENERAL);
            again();
          }} />
        )}
      </>
    )}>
      <Trouble failure={failure} again={again} />
      {!answer && !failure && <Waiting />}
      {answer && (
        <Group mb="md">
          <NativeSelect label={t.purpose} value={purpose} onChange={(event) => choose(event.currentTarget.value)}
            data={answer.policies.map(({ policy }) => ({ value: policy.purpose, label: policy.purpose === GENERAL ? t.general : policy.purpose }))} />
        </Group>
      )}
      {!may("gateway.set_policy") && <Text size="sm" c="dimmed" mb="sm">{t.only}</Text>}
      {shown && <PolicyForm key={purpose} shown={shown} saved={again} />}
      <WhatItCannot />
    </PageFrame>
  );
}
