import { Anchor, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router-dom";
import { type Answer, ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { MetInWords } from "./MetInWords";
import { poolTexts } from "./moreTexts";
import { hiringTexts } from "./texts";

type Beside = Answer<"hiring.candidate_vacancies">;

/** The same papers beside every vacancy; computed when somebody asks, because it is a use of high risk of its own. */
export function OtherVacancies({ application }: { application: string }) {
  const t = useTexts(poolTexts);
  const [beside, setBeside] = useState<Beside>();
  const { busy, failure, run } = useRun();
  return (
    <Paper component="section" withBorder p="md" aria-label={t.others}>
      <Title order={3} size="sm">{t.others}</Title>
      <Text size="xs" c="dimmed" my={4}>{t.othersLead}</Text>
      <Trouble failure={failure} />
      {!beside && (
        <Button variant="default" size="xs" loading={busy} onClick={() => void run(async () => setBeside(await ask("hiring.candidate_vacancies", { application })))}>{t.othersShow}</Button>
      )}
      {beside?.vacancies.length === 0 && <Text size="sm">{t.othersNone}</Text>}
      {beside?.vacancies.map((one) => <BesideOne key={one.vacancy} of={one} />)}
    </Paper>
  );
}

function BesideOne({ of: { vacancy, title, applied, group, musts, musts_met, requirements } }: { of: Beside["vacancies"][number] }) {
  const t = useTexts(poolTexts);
  const h = useTexts(hiringTexts);
  return (
    <details>
      <summary>{title}: {h.groups[group]}</summary>
      <Text size="sm">
        <Anchor component={Link} to={`/hiring/vacancies/${vacancy}`}>{t.toVacancy}</Anchor>, {applied ? t.applied : t.notApplied}. {t.musts(musts_met, musts)}.
      </Text>
      {requirements.map((one) => (
        <Group key={one.label} gap="xs" wrap="nowrap" my={2}>
          <Text size="sm" className="grows">{one.label}</Text>
          <MetInWords met={one.met} />
        </Group>
      ))}
    </details>
  );
}
