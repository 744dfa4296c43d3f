import "./skills.css";
import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { ActButton, Outcome } from "../../forms/ActButton";
import { type Answer, ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { HowWellFields, howWellOf } from "./HowWell";
import { pathOf } from "./paths";
import { SynonymForm } from "./OwnForms";
import { kindTexts, taxonomyTexts } from "./texts";

type Shown = Answer<"skills.concept">;

/** What a person can have. */
const HAD = ["skill", "licence", "programme", "language"];

export default function Concept() {
  const t = useTexts(taxonomyTexts);
  const kinds = useTexts(kindTexts);
  const [address] = useSearchParams();
  const { may } = useSession();
  const [isMine, setMine] = useState(false);
  const { answer, failure, again } = useAnswer("skills.concept", { concept: address.get("name") ?? "" });
  const lead = <Anchor component={Link} to="/skills/taxonomy" size="sm">{t.back}</Anchor>;
  if (failure || !answer) return <PageFrame title={t.concept} lead={lead}><Trouble failure={failure} again={again} />{!failure && <Waiting />}</PageFrame>;
  return (
    <PageFrame title={answer.nl} lead={<>{kinds[answer.kind]}{answer.own && `, ${t.own.toLowerCase()}`} · {lead}</>} actions={
      <>
        {may("skills.state_skill") && HAD.includes(answer.kind) && !isMine && (
          <ActButton label={t.iCan} act={async (filled) => {
            await ask("skills.state_skill", { concept: answer.concept, ...howWellOf(filled) });
            setMine(true);
          }}>
            <HowWellFields />
          </ActButton>
        )}
        {may("skills.put_own_name") && <SynonymForm label={t.teach} means={{ concept: answer.concept, label: answer.nl }} saved={again} />}
      </>
    }>
      {isMine && <Outcome>{t.iCanDone}</Outcome>}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Names shown={answer} />
        <Stack>{answer.linked.map((linked) => <Related key={linked.relation} of={answer} linked={linked} />)}</Stack>
      </SimpleGrid>
    </PageFrame>
  );
}

function Names({ shown }: { shown: Shown }) {
  const t = useTexts(taxonomyTexts);
  const rows: [string, string][] = [
    [t.nl, shown.nl], [t.en, shown.en], [t.alsoNl, shown.also_nl.join(", ")], [t.alsoEn, shown.also_en.join(", ")], [t.alsoOther, shown.also_other.join(", ")],
    [t.code, shown.code], [t.uri, shown.uri], [t.version, shown.taxonomy],
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label={t.names}>
      <Title order={2} mb="xs">{t.names}</Title>
      {shown.description && <Text size="sm" mb="sm">{shown.description}</Text>}
      <dl>
        {rows.filter(([, value]) => value).map(([name, value]) => (
          <div key={name}><Text component="dt" size="xs" c="dimmed">{name}</Text><Text component="dd" size="sm" ml={0} mb="xs">{value}</Text></div>
        ))}
      </dl>
    </Paper>
  );
}

function Related({ of, linked }: { of: Shown; linked: Shown["linked"][number] }) {
  const t = useTexts(taxonomyTexts);
  const title = t.relations[linked.relation];
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h4" mb={4}>{title}</Title>
      <Group component="ul" className="skills-list" gap="xs">
        {linked.concepts.map((one) => <li key={one.concept}><Anchor component={Link} to={pathOf(one.concept)} size="sm" underline="always">{one.label}</Anchor></li>)}
      </Group>
      {linked.total > linked.concepts.length && (
        <Anchor component={Link} size="sm" to={`/skills/taxonomy?of=${encodeURIComponent(of.concept)}&relation=${linked.relation}`}>{t.allOf(linked.total)}</Anchor>
      )}
    </Paper>
  );
}
