import { Anchor, Code, Group, NumberInput, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router-dom";
import { ActButton } from "../../forms/ActButton";
import { ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { WhatItCannot } from "./notices";
import { toolTexts } from "./numbersTexts";

const DAYS = 90;
/** What a tool asks for: models, and nothing else of what its owner may. */
const ASKS = ["gateway.complete", "gateway.respond", "gateway.embed", "gateway.transcribe", "gateway.models"];

/** How a tool of one's own comes to ask through the shield. */
export default function Tools() {
  const t = useTexts(toolTexts);
  const { answer, failure, again } = useAnswer("gateway.models", {});
  const [made, setMade] = useState<string>();
  const address = `${location.origin}/v1`;
  return (
    <PageFrame title={t.title} lead={t.lead} actions={
      <ActButton label={t.make} why={t.makeWhy} act={async (filled) => {
        const { key } = await ask("account.make_key", { name: filled("name") ?? "", operations: ASKS, days: Number(filled("days") ?? DAYS) });
        setMade(key);
      }}>
        <TextInput name="name" label={t.name} required />
        <NumberInput name="days" label={t.days} min={1} max={366} defaultValue={DAYS} />
      </ActButton>
    }>
      {made && <div role="status"><Text size="sm" mb={4}>{t.made}</Text><Code block tabIndex={0} mb="md">{made}</Code></div>}
      <Trouble failure={failure} again={again} />
      <Paper component="section" withBorder p="md" mb="md" aria-labelledby="settings">
        <Title order={2} id="settings" mb="xs">{t.settings}</Title>
        <Stack gap="xs">
          <Line name={t.address}><Code>{address}</Code></Line>
          <Line name={t.key}><Text size="sm" span>{t.keyOfYours}</Text></Line>
          <Line name={t.models}>
            {answer?.models.length === 0 ? <Text size="sm" span>{t.noModels}</Text> : answer?.models.map(({ name, kind }) => <Code key={`${name} ${kind}`}>{name}</Code>)}
          </Line>
          <Code block tabIndex={0}>{`export OPENAI_BASE_URL=${address}\nexport OPENAI_API_KEY=collega_p_...`}</Code>
          <Text size="sm">{t.purpose}</Text>
        </Stack>
      </Paper>
      <Text size="sm">{t.revoke} <Anchor component={Link} to="/account" size="sm">{t.toAccount}</Anchor></Text>
      <Text size="sm" mb="md">{t.application}</Text>
      <WhatItCannot withAnswer />
    </PageFrame>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return <Group gap="xs"><Text size="sm" fw={600} span>{name}:</Text>{children}</Group>;
}
