import { Button, Group, List, NativeSelect, Paper, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { ActButton, Outcome } from "../../forms/ActButton";
import { choices } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { fetchFile } from "../../frame/files";
import { useFormat, useLanguage, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { groundWords, keptTexts } from "./texts";

type Erased = Answer<"oversight.erase_person">;
type Due = Answer<"oversight.due">["rows"][number];

export default function Kept() {
  const t = useTexts(keptTexts);
  const [address, setAddress] = useSearchParams();
  const person = address.get("person") ?? "";
  function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get("person");
    setAddress(typeof asked === "string" && asked.trim() ? { person: asked.trim() } : {});
  }
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <form onSubmit={look}>
        <Group align="flex-end" gap="sm" mb="md">
          <TextInput key={person} name="person" label={t.person} defaultValue={person} required />
          <Button type="submit" variant="default">{t.show}</Button>
        </Group>
      </form>
      {person && <Everything key={person} person={person} />}
      <PastPeriod />
    </PageFrame>
  );
}

function Everything({ person }: { person: string }) {
  const t = useTexts(keptTexts);
  const grounds = useTexts(groundWords);
  const { may } = useSession();
  const { answer, failure, again } = useAnswer("oversight.everything_of", { person });
  const [erased, setErased] = useState<Erased>();
  const pdf = useRun();
  // Of before the erasure too: what is gone has no title any more.
  const titles = useRef(new Map<string, string>()).current;
  for (const { kind, title } of answer?.told ?? []) titles.set(kind, title);
  if (!answer) return failure ? <Trouble failure={failure} again={again} /> : <Waiting />;
  return (
    <Paper component="section" withBorder p="md" mb="lg" aria-label={t.shownOf(person)}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t.shownOf(person)}</Title>
        <Group gap="xs">
          <Button size="xs" variant="default" loading={pdf.busy} onClick={() => void pdf.run(async () => {
            const made = await ask("oversight.everything_of", { person, pdf: t.pdfName });
            if (made.pdf) await fetchFile(made.pdf, t.pdfName);
          })}>{t.pdf}</Button>
          {may("oversight.erase_person") && (
            <ActButton label={t.erase} title={t.eraseTitle} why={t.eraseWhy} act={async (filled) => {
              setErased(await ask("oversight.erase_person", { person, ground: filled("ground") as Input<"oversight.erase_person">["ground"] }));
              again();
            }}>
              <NativeSelect name="ground" label={t.ground} data={choices(grounds)} />
            </ActButton>
          )}
        </Group>
      </Group>
      <Trouble failure={pdf.failure} />
      {erased && <Erasure of={erased} titles={titles} />}
      {answer.told.length === 0 && <Text size="sm">{t.nothing}</Text>}
      {answer.told.map((kind) => <Told key={kind.kind} kind={kind} />)}
    </Paper>
  );
}

function Told({ kind: { title, clock, items } }: { kind: Answer<"oversight.everything_of">["told"][number] }) {
  const t = useTexts(keptTexts);
  return (
    <details>
      <summary>{title} ({items.length})</summary>
      <Text size="xs" c="dimmed">{t.keptFor(clock)}</Text>
      {items.map(({ lines }, place) => <List key={place} size="sm" my="xs">{lines.map((line) => <List.Item key={line} className="own-words">{line}</List.Item>)}</List>)}
    </details>
  );
}

/** What the periods of retention are called. */
function useClocks(): (clock: string) => string {
  const { language } = useLanguage();
  const { may } = useSession();
  const { answer } = useAnswer("oversight.periods", may("oversight.periods") ? {} : undefined);
  const titles = new Map(answer?.periods.map(({ clock, title_nl, title_en }) => [clock, language === "nl" ? title_nl : title_en]));
  return (clock) => titles.get(clock) ?? clock;
}

function Erasure({ of: { erased, kept }, titles }: { of: Erased; titles: Map<string, string> }) {
  const t = useTexts(keptTexts);
  const clocks = useClocks();
  const title = (kind: string) => titles.get(kind) ?? kind;
  const { day } = useFormat();
  return (
    <Outcome>
      <Text size="sm" fw={600}>{t.erased}</Text>
      <List size="sm">{erased.map((one) => <List.Item key={one.kind}>{title(one.kind)}: {t.count(one.rows)}</List.Item>)}</List>
      {kept.length > 0 && <Text size="sm" fw={600} mt="xs">{t.stillKept}</Text>}
      <List size="sm">{kept.map((one) => <List.Item key={one.kind}>{t.until(title(one.kind), clocks(one.clock), one.until && day(one.until))}</List.Item>)}</List>
    </Outcome>
  );
}

function PastPeriod() {
  const t = useTexts(keptTexts);
  const { may } = useSession();
  const { day } = useFormat();
  const [turn, setTurn] = useState(0);
  const [done, setDone] = useState<Answer<"oversight.erase_due">>();
  const clocks = useClocks();
  if (!may("oversight.due")) return null;
  return (
    <section aria-labelledby="due">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="due">{t.due}</Title>
        {may("oversight.erase_due") && (
          <ActButton label={t.eraseDue} why={t.eraseDueWhy} act={async () => {
            setDone(await ask("oversight.erase_due", {}));
            setTurn((before) => before + 1);
          }} />
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">{t.dueLead}</Text>
      {done && <Outcome>{t.eraseDueDone(done.people, done.kinds)}</Outcome>}
      <ListPage<Due>
        name={t.dueList}
        turn={turn}
        columns={[
          { key: "person", title: t.who, text: (row) => row.personnel_number },
          { key: "kind", title: t.kind, text: (row) => row.title },
          { key: "clock", title: t.clock, text: (row) => clocks(row.clock) },
          { key: "since", whole: true, title: t.since, text: (row) => row.since, cell: (row) => day(row.since) },
        ]}
        load={async (_, after, signal) => {
          const { rows, next } = await ask("oversight.due", { after }, { signal });
          return { rows, next };
        }}
        keyOf={(row) => `${row.person} ${row.kind} ${row.clock}`}
        linkOf={(row) => `/kept?person=${row.personnel_number}`}
        empty={t.dueEmpty}
      />
    </section>
  );
}
