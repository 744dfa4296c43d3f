import { Button, Checkbox, Group, NumberInput, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { choices } from "../../forms/words";
import { type Answer, ask } from "../../frame/client";
import { Dialog } from "../../frame/Dialog";
import { useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { ModelsOf } from "./ModelsOf";
import { providerTexts } from "./ruleTexts";
import { type DataClass, dataWords, type Provider } from "./words";

type Shown = Answer<"gateway.providers">["providers"][number];

const AT_FIRST: Provider = {
  name: "", url: "https://", is_on: true, is_local: false, takes: ["open", "personal"], models: [{ name: "", kind: "chat" }], first_byte_seconds: 120, between_seconds: 60,
};

/** Adds a provider, or changes the one that is shown. */
export function ProviderButton({ label, title = label, shown, place, saved }: { label: string; title?: string; shown?: Shown; place?: number; saved: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>{label}</Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={title} size="lg">
        <ProviderForm shown={shown} placeNow={place} saved={() => {
          setOpen(false);
          saved();
        }} />
      </Dialog>
    </>
  );
}

function ProviderForm({ shown, placeNow, saved }: { shown?: Shown; placeNow?: number; saved: () => void }) {
  const t = useTexts(providerTexts);
  const data = useTexts(dataWords);
  const [content, setContent] = useState<Provider>(shown?.content ?? AT_FIRST);
  const [key, setKey] = useState("");
  const [place, setPlace] = useState(placeNow);
  const { busy, failure, run } = useRun();
  const change = (changed: Partial<Provider>) => setContent((before) => ({ ...before, ...changed }));
  async function submit(event: FormEvent) {
    event.preventDefault();
    const isSaved = await run(() => (shown
      ? ask("gateway.change_provider", { provider: shown.id, content, key: key || undefined, place: place === placeNow ? undefined : place })
      : ask("gateway.add_provider", { content, key })));
    if (isSaved) saved();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput label={t.name} required value={content.name} onChange={(event) => change({ name: event.currentTarget.value })} />
        <TextInput label={t.url} required inputMode="url" value={content.url} onChange={(event) => change({ url: event.currentTarget.value })} />
        <PasswordInput label={shown?.has_key ? t.keyKept : t.key} description={t.keyWhy} autoComplete="off" value={key} onChange={(event) => setKey(event.currentTarget.value)} />
        <Checkbox label={t.use} checked={content.is_on ?? true} onChange={(event) => change({ is_on: event.currentTarget.checked })} />
        <Checkbox label={t.local} checked={content.is_local ?? false} onChange={(event) => change({ is_local: event.currentTarget.checked })} />
        {!content.is_local && <Checks content={content} change={change} />}
        <Checkbox.Group label={t.takes} value={content.takes ?? []} onChange={(takes) => change({ takes: takes as DataClass[] })}>
          <Group gap="sm" mt={4}>{choices(data).map((one) => <Checkbox key={one.value} {...one} />)}</Group>
        </Checkbox.Group>
        <ModelsOf models={content.models} onChange={(models) => change({ models })} />
        <Group grow align="flex-end">
          <NumberInput label={t.firstByte} min={1} max={900} value={content.first_byte_seconds} onChange={(value) => change({ first_byte_seconds: Number(value) || 120 })} />
          <NumberInput label={t.between} min={1} max={900} value={content.between_seconds} onChange={(value) => change({ between_seconds: Number(value) || 60 })} />
        </Group>
        {shown && <NumberInput label={t.place} min={1} value={place} onChange={(value) => setPlace(Number(value) || placeNow)} />}
        <Trouble failure={failure} />
        <Group><Button type="submit" loading={busy}>{t.save}</Button></Group>
      </Stack>
    </form>
  );
}

/** What must have been looked at before anything goes to somebody else's machines. */
function Checks({ content, change }: { content: Provider; change: (changed: Partial<Provider>) => void }) {
  const t = useTexts(providerTexts);
  const isNeeded = content.is_on ?? true;
  return (
    <>
      <Text size="sm" c="dimmed">{t.before} {t.beforeContract} {t.beforeTransfer}</Text>
      <Group grow align="flex-end">
        <TextInput type="date" label={t.contract} required={isNeeded} value={content.contract_on ?? ""} onChange={(event) => change({ contract_on: event.currentTarget.value || undefined })} />
        <TextInput type="date" label={t.transfer} required={isNeeded} value={content.transfer_on ?? ""} onChange={(event) => change({ transfer_on: event.currentTarget.value || undefined })} />
      </Group>
    </>
  );
}
