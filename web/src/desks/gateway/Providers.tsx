import { Badge, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import { ActButton } from "../../forms/ActButton";
import { type Answer, ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { Limits } from "./Limits";
import { ProviderButton } from "./ProviderForm";
import { providerTexts } from "./ruleTexts";
import { dataWords, modelKindWords } from "./words";

type Shown = Answer<"gateway.providers">["providers"][number];

export default function Providers() {
  const t = useTexts(providerTexts);
  const { may } = useSession();
  const { answer, failure, again } = useAnswer("gateway.providers", {});
  return (
    <PageFrame title={t.title} lead={t.lead} actions={may("gateway.add_provider") && <ProviderButton label={t.add} saved={again} />}>
      <Trouble failure={failure} again={again} />
      {!answer && !failure && <Waiting />}
      {answer?.providers.length === 0 && <Text size="sm" mb="md">{t.none}</Text>}
      <Stack gap="md" mb="md">
        {answer?.providers.map((one, place) => <OneProvider key={one.id} shown={one} place={place + 1} changed={again} />)}
      </Stack>
      <BeforeFirstUse />
      <Limits />
    </PageFrame>
  );
}

function BeforeFirstUse() {
  const t = useTexts(providerTexts);
  return (
    <Paper component="section" className="limits" p="sm" mb="lg" aria-label={t.before}>
      <Text size="sm" fw={600}>{t.before}</Text>
      <List size="sm" mt={4}>
        <List.Item>{t.beforeContract}</List.Item>
        <List.Item>{t.beforeTransfer}</List.Item>
      </List>
      <Text size="sm" mt={4}>{t.beforeElse}</Text>
    </Paper>
  );
}

function OneProvider({ shown, place, changed }: { shown: Shown; place: number; changed: () => void }) {
  const t = useTexts(providerTexts);
  const data = useTexts(dataWords);
  const kinds = useTexts(modelKindWords);
  const { may } = useSession();
  const { day } = useFormat();
  const { content, has_key } = shown;
  const takes = content.takes ?? [];
  return (
    <Paper component="section" withBorder p="md" aria-label={content.name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className="page-title">
          <Title order={2}>{place}. {content.name}</Title>
          <Text size="sm" className="own-words">{content.url}</Text>
        </div>
        <Group gap="xs">
          <Badge variant="default" tt="none">{content.is_on ? t.isOn : t.isOff}</Badge>
          <Badge variant="default" tt="none">{content.is_local ? t.isLocal : t.isElsewhere}</Badge>
          <Badge variant="default" tt="none">{has_key ? t.hasKey : t.hasNoKey}</Badge>
        </Group>
      </Group>
      <Text size="sm" mt="xs">{takes.length > 0 ? t.takesHere(takes.map((one) => data[one]).join(", ")) : t.takesNothing}</Text>
      {!content.is_local && (
        <Text size="sm">
          {content.contract_on ? t.contractSeen(day(content.contract_on)) : t.contractUnseen} {content.transfer_on ? t.transferSeen(day(content.transfer_on)) : t.transferUnseen}
        </Text>
      )}
      <Text size="sm">{t.models}: {content.models.map((one) => `${one.name} (${kinds[one.kind ?? "chat"]})`).join(", ") || "–"}</Text>
      <Group gap="xs" mt="sm">
        {may("gateway.change_provider") && <ProviderButton label={t.change} title={t.changeOf(content.name)} shown={shown} place={place} saved={changed} />}
        {may("gateway.remove_provider") && (
          <ActButton label={t.remove} title={t.removeOf(content.name)} why={t.removeWhy} act={async () => {
            await ask("gateway.remove_provider", { provider: shown.id });
            changed();
          }} />
        )}
      </Group>
    </Paper>
  );
}
