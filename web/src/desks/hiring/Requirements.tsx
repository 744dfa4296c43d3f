import { ActionIcon, Button, Group, List, NativeSelect, Paper, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { type Answer, ask, type Input } from "../../frame/client";
import { Dialog } from "../../frame/Dialog";
import { Icon } from "../../frame/Icon";
import { useFormat, useTexts } from "../../frame/language";
import { frameTexts } from "../../frame/texts";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { hiringTexts } from "./texts";

type Vacancy = Answer<"hiring.vacancy">;
type Written = Input<"hiring.set_requirements">["requirements"][number] & { quote?: string };

/** Proposed with their sentence, corrected by a person, frozen with a date; a later change has a reason. */
export function Requirements({ vacancy, again }: { vacancy: Vacancy; again: () => void }) {
  const t = useTexts(hiringTexts);
  const frame = useTexts(frameTexts);
  const isDraft = vacancy.row.state === "draft";
  const [written, setWritten] = useState<Written[]>(() => vacancy.requirements.map(asWritten));
  const [unread, setUnread] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const [isKept, setIsKept] = useState(false);
  const { busy, failure, run } = useRun();
  const { vacancy: id } = vacancy.row;

  const [isAsking, setIsAsking] = useState(false);
  const propose = (addsOnly: boolean) => run(async () => {
    setIsAsking(false);
    const read = await ask("hiring.propose_requirements", { vacancy: id });
    setWritten((before) => (addsOnly ? [...before, ...read.requirements.filter(({ label }) => !before.some((one) => isSame(one.label, label)))] : read.requirements));
    setUnread(read.unread);
    setIsKept(false);
  });
  async function keep() {
    const requirements = written.map(({ quote: _quote, ...one }) => one);
    const kept = await ask("hiring.set_requirements", { vacancy: id, version: vacancy.version, requirements, reason: isDraft ? undefined : reason });
    setWritten(kept.requirements.map(asWritten));
    return kept.version;
  }
  const save = () => run(async () => {
    await keep();
    setIsKept(true);
    setReason("");
    again();
  });
  const freeze = () => run(async () => {
    await ask("hiring.freeze_requirements", { vacancy: id, version: await keep() });
    again();
  });
  const change = (place: number, part: Partial<Written>) => {
    setIsKept(false);
    setWritten((before) => before.map((one, at) => (at === place ? { ...one, ...part } : one)));
  };

  return (
    <Stack gap="sm" maw={980}>
      <Text size="sm">{!isDraft ? t.frozenLead : vacancy.may_edit ? t.requirementsLead : t.requirementsToRead}</Text>
      {isDraft && vacancy.may_edit && <Group><Button variant="default" loading={busy} onClick={() => (written.length > 0 ? setIsAsking(true) : void propose(false))}>{t.propose}</Button></Group>}
      <Dialog title={t.proposeOver} opened={isAsking} onClose={() => setIsAsking(false)}>
        <Text size="sm" mb="sm">{t.proposeOverWhy(written.length)}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => void propose(true)}>{t.addMissing}</Button>
          <Button variant="default" onClick={() => void propose(false)}>{t.replaceAll}</Button>
          <Button variant="default" onClick={() => setIsAsking(false)}>{frame.cancel}</Button>
        </Group>
      </Dialog>
      <Paper withBorder px="md" py="xs">
        {written.length === 0 && <Text size="sm" py="xs">{t.noRequirements}</Text>}
        {written.map((one, place) => (
          vacancy.may_edit ? <RequirementFields key={one.id ?? `new-${place}`} one={one} later={isLater(vacancy, one)}
            onChange={(part) => change(place, part)} onRemove={() => setWritten((before) => before.filter((_, at) => at !== place))} />
            : <RequirementToRead key={one.id} one={one} later={isLater(vacancy, one)} />
        ))}
      </Paper>
      {unread.length > 0 && <div><Text size="sm" fw={600}>{t.unread}</Text><List size="sm">{unread.map((sentence) => <List.Item key={sentence}>{sentence}</List.Item>)}</List></div>}
      <Trouble failure={failure} />
      {vacancy.may_edit && vacancy.row.state !== "closed" && (
        <>
          {!isDraft && <Textarea label={t.whyChange} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
          <Group>
            <Button variant="default" disabled={busy} onClick={() => setWritten((before) => [...before, { label: "", kind: "wish", type: "skill" }])}>{t.addRequirement}</Button>
            <Button variant="default" loading={busy} onClick={() => void save()}>{t.keep}</Button>
            {isDraft && <Button loading={busy} disabled={written.length === 0} onClick={() => void freeze()}>{t.freeze}</Button>}
            {isDraft && <Text size="sm" c="dimmed">{t.freezeHint}</Text>}
          </Group>
          <Text size="sm" role="status">{isKept ? t.kept : ""}</Text>
        </>
      )}
      {vacancy.rounds.length > 0 && <Rounds rounds={vacancy.rounds} />}
    </Stack>
  );
}

function isSame(one: string, other: string) {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function asWritten({ id, label, kind, type, threshold, alternatives, quote, quote_start, quote_end }: Vacancy["requirements"][number]): Written {
  return { id, label, kind, type, threshold, alternatives, quote, quote_start, quote_end };
}

function isLater(vacancy: Vacancy, { id }: Written) {
  return vacancy.requirements.some((one) => one.id === id && one.later);
}

function WhereFrom({ one, later }: { one: Written; later: boolean }) {
  const t = useTexts(hiringTexts);
  if (!one.quote && !later) return null;
  return <Text size="sm" c="dimmed" mt={6}>{one.quote ? <q>{one.quote}</q> : null}{later && <span className="kind">{t.later}</span>}</Text>;
}

function RequirementToRead({ one, later }: { one: Written; later: boolean }) {
  const t = useTexts(hiringTexts);
  return (
    <div className="requirement">
      <Text size="sm"><Text span inherit fw={600}>{one.label}</Text> <span className="kind">{one.kind === "wish" ? t.wish : t.must}</span></Text>
      <Text size="sm" c="dimmed">{[t.types[one.type ?? "skill"], one.threshold].filter(Boolean).join(" · ")}</Text>
      <WhereFrom one={one} later={later} />
    </div>
  );
}

function RequirementFields({ one, later, onChange, onRemove }: { one: Written; later: boolean; onChange: (part: Partial<Written>) => void; onRemove: () => void }) {
  const t = useTexts(hiringTexts);
  const types = Object.entries(t.types).map(([value, label]) => ({ value, label }));
  return (
    <div className="requirement">
      <Group gap="sm" align="flex-end">
        <TextInput className="grows" label={t.label} value={one.label} onChange={(event) => onChange({ label: event.currentTarget.value })} />
        <NativeSelect label={t.kind} value={one.kind ?? "must"} data={[{ value: "must", label: t.must }, { value: "wish", label: t.wish }]}
          onChange={(event) => onChange({ kind: event.currentTarget.value as Written["kind"] })} />
        <NativeSelect label={t.type} value={one.type ?? "skill"} data={types} onChange={(event) => onChange({ type: event.currentTarget.value as Written["type"] })} />
        <TextInput label={t.threshold} w={140} value={one.threshold ?? ""} onChange={(event) => onChange({ threshold: event.currentTarget.value })} />
        <ActionIcon variant="default" size="lg" aria-label={t.removeRequirement(one.label)} onClick={onRemove}><Icon name="cross" /></ActionIcon>
      </Group>
      <WhereFrom one={one} later={later} />
    </div>
  );
}

function Rounds({ rounds }: { rounds: Vacancy["rounds"] }) {
  const t = useTexts(hiringTexts);
  const { moment } = useFormat();
  return (
    <section aria-label={t.rounds}>
      <Title order={2} mb={4}>{t.rounds}</Title>
      <List size="sm">{rounds.map(({ round, at, by, reason }) => <List.Item key={round}>{t.round(moment(at), by)}{reason ? `: ${reason}` : ""}</List.Item>)}</List>
    </section>
  );
}
