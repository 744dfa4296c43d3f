// Forms for the organisation's own names. What does not go with the taxonomy is told in the form, which stays open.
import { Button, Checkbox, Group, NativeSelect, Paper, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Filled } from "../../forms/ActButton";
import { type Answer, ask, type Input } from "../../frame/client";
import { Dialog } from "../../frame/Dialog";
import { useLanguage, useTexts } from "../../frame/language";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { type Chosen, ChooseConcept, ChooseConcepts } from "./ChooseConcept";
import { ownTexts } from "./texts";

export type OwnName = Answer<"skills.own_names">["names"][number];
type Entry = Input<"skills.put_own_name">;

export function Troubles({ title, troubles }: { title: string; troubles: string[] }) {
  if (troubles.length === 0) return null;
  return (
    <Paper className="limits" p="sm" role="alert">
      <Text size="sm" fw={600}>{title}</Text>
      <ul>{troubles.map((one) => <li key={one}>{one}</li>)}</ul>
    </Paper>
  );
}

/** A button with a form in a dialog; `entryOf` makes what is saved of what was filled in, nothing while it is not whole. */
function OwnForm({ label, title = label, variant = "default", entryOf, saved, children }: {
  label: string;
  title?: string;
  variant?: "default" | "filled";
  entryOf: (filled: Filled) => Entry | undefined;
  saved: (name: string) => void;
  children: React.ReactNode;
}) {
  const t = useTexts(ownTexts);
  const [isOpen, setOpen] = useState(false);
  const [troubles, setTroubles] = useState<string[]>([]);
  const { busy, failure, run } = useRun();
  async function save(data: FormData) {
    const entry = entryOf((name) => String(data.get(name) ?? "").trim() || undefined);
    if (!entry) return;
    const answer = await ask("skills.put_own_name", entry);
    setTroubles(answer.troubles);
    if (!answer.saved) return;
    setOpen(false);
    saved(entry.text || entry.nl || entry.en || "");
  }
  return (
    <>
      <Button size="xs" variant={variant} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog title={title} opened={isOpen} onClose={() => setOpen(false)}>
        <form onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          void run(() => save(data));
        }}>
          <Stack gap="sm">
            {children}
            <Troubles title={t.notSaved} troubles={troubles} />
            <Trouble failure={failure} />
            <Group><Button type="submit" loading={busy}>{t.save}</Button></Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}

/** A synonym of a concept: one that is given, or one that is chosen here. */
export function SynonymForm({ label, entry, means, text, choose, saved, why }: {
  label: string;
  entry?: OwnName;
  means?: Chosen;
  /** What it may be, to be corrected. */
  text?: string;
  /** Of these, rather than of all. */
  choose?: Chosen[];
  saved: (name: string) => void;
  why?: string;
}) {
  const t = useTexts(ownTexts);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<Chosen | undefined>(means ?? choose?.[0] ?? (entry && { concept: entry.content.concept ?? "", label: entry.means }));
  return (
    <OwnForm label={label} title={label} saved={saved} entryOf={(filled) => chosen && {
      kind: "synonym", entry: entry?.entry, concept: chosen.concept, text: filled("text") ?? "", language: filled("language") as "nl" | "en", shared: filled("shared") !== undefined,
    }}>
      {why && <Text size="sm" c="dimmed">{why}</Text>}
      {choose && choose.length > 0 ? (
        <NativeSelect label={t.concept} value={chosen?.concept} data={choose.map((one) => ({ value: one.concept, label: one.label }))}
          onChange={({ currentTarget: { value } }) => setChosen(choose.find((one) => one.concept === value))} />
      ) : means ? <Text size="sm">{t.concept}: <strong>{means.label}</strong></Text> : <ChooseConcept label={t.concept} chosen={chosen} onChoose={setChosen} />}
      <TextInput name="text" label={t.synonym} defaultValue={entry?.content.text ?? text} required />
      <NativeSelect name="language" label={t.language} defaultValue={entry?.content.language ?? language} data={[{ value: "nl", label: "Nederlands" }, { value: "en", label: "English" }]} />
      <Checkbox name="shared" label={t.shared} defaultChecked={entry?.content.shared} />
    </OwnForm>
  );
}

const lines = (text: string | undefined) => (text ?? "").split("\n").map((one) => one.trim()).filter(Boolean);
const chosenOf = (concepts: string[] | undefined): Chosen[] => (concepts ?? []).map((concept) => ({ concept, label: concept }));

/** An own skill, or a position that asks skills. */
export function ConceptForm({ kind, label, entry, saved, variant }: { kind: "skill" | "position"; label: string; entry?: OwnName; saved: (name: string) => void; variant?: "default" | "filled" }) {
  const t = useTexts(ownTexts);
  const now = entry?.content;
  const [broader, setBroader] = useState(chosenOf(now?.broader));
  const [essential, setEssential] = useState(chosenOf(now?.essential));
  const [optional, setOptional] = useState(chosenOf(now?.optional));
  const names = (chosen: Chosen[]) => chosen.map((one) => one.concept);
  return (
    <OwnForm label={label} variant={variant} saved={saved} entryOf={(filled) => ({
      kind, entry: entry?.entry, nl: filled("nl") ?? "", en: filled("en") ?? "", also_nl: lines(filled("also_nl")), also_en: lines(filled("also_en")),
      broader: names(broader), essential: names(essential), optional: names(optional),
    })}>
      <TextInput name="nl" label={t.nl} defaultValue={now?.nl} required />
      <TextInput name="en" label={t.en} defaultValue={now?.en} />
      <Textarea name="also_nl" label={t.alsoNl} autosize minRows={2} defaultValue={now?.also_nl?.join("\n")} />
      <Textarea name="also_en" label={t.alsoEn} autosize minRows={2} defaultValue={now?.also_en?.join("\n")} />
      <ChooseConcepts label={t.broader} kind={kind === "skill" ? "skill" : "occupation"} chosen={broader} onChoose={setBroader} />
      {kind === "position" && (
        <>
          <ChooseConcepts label={t.essential} kind="skill" chosen={essential} onChoose={setEssential} />
          <ChooseConcepts label={t.optional} kind="skill" chosen={optional} onChoose={setOptional} />
        </>
      )}
    </OwnForm>
  );
}
