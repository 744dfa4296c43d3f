import { Anchor, Badge, Box, Button, Code, Group, NativeSelect, Paper, SimpleGrid, Stack, Table, Text, Textarea, TextInput, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router-dom";
import { ActButton } from "../../forms/ActButton";
import { riskWords, roleName, roleWords, stateWords, type UseState } from "../../forms/words";
import { type Answer, ask } from "../../frame/client";
import { save } from "../../frame/csv";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { registerTexts } from "./texts";

type Shown = Answer<"register.show">;
type Switched = Shown["switches"][number];
interface PartProps {
  shown: Shown;
  again: () => void;
}

export default function RegisterEntry() {
  const t = useTexts(registerTexts);
  const { desk, verb } = useParams();
  const use = `${desk}.${verb}`;
  const { answer, failure, again } = useAnswer("register.show", { use });
  if (!answer) return <PageFrame title={t.use}>{failure ? <Trouble failure={failure} again={again} /> : <Waiting />}</PageFrame>;
  const parts = { shown: answer, again };
  return (
    <PageFrame title={answer.entry.title} lead={answer.entry.purpose} actions={<Export use={use} />}>
      <Trouble failure={failure} again={again} />
      <SimpleGrid cols={{ base: 1, md: 2 }} mb="md">
        <State {...parts} />
        <About {...parts} />
      </SimpleGrid>
      <Conditions {...parts} />
      <SimpleGrid cols={{ base: 1, md: 2 }} my="md">
        <Advice {...parts} />
        <History {...parts} />
      </SimpleGrid>
      <Law {...parts} />
    </PageFrame>
  );
}

function Part({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{title}</Title>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}

/** To choose a proof from, by its title. */
const MOST_DOCUMENTS = 200;

/** Down goes to any lower step, up one step at a time. */
const steps: UseState[] = ["off", "pilot", "on"];

function State({ shown: { entry, waiting, review, review_due }, again }: PartProps) {
  const t = useTexts(registerTexts);
  const states = useTexts(stateWords);
  const { may } = useSession();
  const { day } = useFormat();
  const at = steps.indexOf(entry.state);
  const within = steps.filter((_, place) => place < at || place === at + 1);
  return (
    <Part title={t.switchIt}>
      <Text fw={600}>{t.stateIs(states[entry.state])}</Text>
      <Text size="sm">{entry.may_run ? t.mayNow : t.mayNotNow}</Text>
      {entry.missing.length > 0 && (
        <Paper className="limits" p="sm" mt="xs">
          <Text size="sm" fw={600}>{t.missing}</Text>
          <ul>{entry.missing.map((what) => <li key={what}>{what}</li>)}</ul>
        </Paper>
      )}
      {may("register.switch") && (
        <Group gap="xs" my="sm">
          {within.map((to) => (
            <ActButton
              key={to}
              label={t.goTo(states[to])}
              why={entry.risk === "high" && steps.indexOf(to) > at ? `${t.switchHigh} ${t.switchWhy}` : t.switchWhy}
              act={async (filled) => {
                await ask("register.switch", { use: entry.use, to, reason: filled("reason") ?? "" });
                again();
              }}
            >
              <Textarea name="reason" label={t.reason} required autosize minRows={2} />
            </ActButton>
          ))}
        </Group>
      )}
      {waiting && <WaitingSwitch waiting={waiting} again={again} />}
      <Text size="sm" mt="sm" c={review_due ? undefined : "dimmed"} fw={review_due ? 600 : undefined}>
        {review ? (review_due ? t.reviewDue(day(review)) : t.reviewOn(day(review))) : t.reviewNone}
      </Text>
      {may("register.review") && (
        <ActButton label={t.review} submit={t.save} act={async (filled) => {
          await ask("register.review", { use: entry.use, day: filled("day") });
          again();
        }}>
          <TextInput name="day" type="date" label={t.reviewDay} defaultValue={review} />
        </ActButton>
      )}
    </Part>
  );
}

/** Asked by one; decided by another, or taken back. Who may do which the server says. */
function WaitingSwitch({ waiting, again }: { waiting: Switched; again: () => void }) {
  const t = useTexts(registerTexts);
  const states = useTexts(stateWords);
  const { moment } = useFormat();
  const { may } = useSession();
  const reason = <Textarea name="reason" label={t.reason} required autosize minRows={2} />;
  const after = (act: Promise<unknown>) => act.then(again);
  const id = waiting.switch;
  return (
    <Paper withBorder p="sm" mt="sm">
      <Text size="sm" fw={600}>{t.waiting}: {t.waitingFor(states[waiting.from], states[waiting.to])}</Text>
      <Text size="sm" className="own-words">{waiting.reason}</Text>
      <Text size="xs" c="dimmed">
        {[waiting.asked_by && t.askedBy(waiting.asked_by, moment(waiting.asked_at)), waiting.waits_until && t.waitsUntil(moment(waiting.waits_until))].filter(Boolean).join(" · ")}
      </Text>
      {may("register.confirm") && (
        <Group gap="xs" mt="xs">
          <ActButton label={t.agree} act={(filled) => after(ask("register.confirm", { switch: id, opinion: "agree", reason: filled("reason") ?? "" }))}>{reason}</ActButton>
          <ActButton label={t.refuse} act={(filled) => after(ask("register.confirm", { switch: id, opinion: "refuse", reason: filled("reason") ?? "" }))}>{reason}</ActButton>
          <ActButton label={t.withdraw} act={(filled) => after(ask("register.withdraw", { switch: id, reason: filled("reason") ?? "" }))}>{reason}</ActButton>
        </Group>
      )}
    </Paper>
  );
}

function About({ shown: { entry, reads, may: who, oversight, limits } }: PartProps) {
  const t = useTexts(registerTexts);
  const risks = useTexts(riskWords);
  const roles = useTexts(roleWords);
  const rows: [string, ReactNode][] = [
    [t.risk, <Badge variant="default" tt="none">{risks[entry.risk]}</Badge>],
    [t.ground, entry.ground || "–"],
    [t.reads, reads.join(", ") || t.readsNothing],
    [t.may, who.map((role) => roleName(roles, role)).join(", ")],
    ...(oversight ? [[t.oversight, oversight] satisfies [string, ReactNode]] : []),
    [t.limits, limits || "–"],
    [t.code, <Code>{entry.use}</Code>],
  ];
  return (
    <Part title={t.about}>
      <Table variant="vertical">
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="1%" miw="8rem">{name}</Table.Th>
              <Table.Td className="own-words">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}

function Conditions({ shown: { entry, conditions }, again }: PartProps) {
  const t = useTexts(registerTexts);
  const { may } = useSession();
  const { day } = useFormat();
  const documents = useAnswer("library.list", may("library.list") ? { limit: MOST_DOCUMENTS } : undefined).answer?.documents ?? [];
  const titles = new Map(documents.map(({ document, title }) => [document, title]));
  const options = documents.filter(({ kind }) => kind !== "personnel" && kind !== "application").map(({ document, title }) => ({ value: document, label: title }));
  const needed = conditions.filter((one) => one.needed || one.met || one.recorded_at);
  if (needed.length === 0) return null;
  return (
    <Part title={t.conditions}>
      <Stack gap="md">
        {needed.map((one) => {
          const isPerson = one.condition === "owner" || one.condition === "overseer";
          const facts = [
            one.who, one.reference, one.date && day(one.date), one.ends && t.until(day(one.ends)),
            one.recorded_at && t.recorded(day(one.recorded_at)), one.taken_back && t.takenBack(one.taken_back),
          ].filter(Boolean);
          return (
            <Group key={one.condition} justify="space-between" align="flex-start" gap="sm">
              <Box className="grows" miw="15rem">
                <Text fw={600} size="sm">
                  <span aria-hidden="true">{one.met ? "✓ " : one.needed ? "○ " : "– "}</span>
                  {one.title}: {one.met ? t.met : one.needed ? t.notMet : t.notNeeded}
                </Text>
                <Text size="xs" c="dimmed">{one.grounds}</Text>
                {facts.length > 0 && <Text size="sm" className="own-words">{facts.join(" · ")}</Text>}
                {one.document && <Anchor component={Link} to={`/library/${one.document}`} size="sm">{titles.get(one.document) ?? t.proof}</Anchor>}
              </Box>
              <Group gap="xs">
                {may("register.complete") && (
                  <ActButton label={t.complete} title={t.completeTitle(one.title)} act={async (filled) => {
                    await ask("register.complete", {
                      use: entry.use, condition: one.condition, date: filled("date"), ends: filled("ends"), who: filled("who"),
                      document: filled("document"), reference: filled("reference"),
                    });
                    again();
                  }}>
                    {isPerson && <TextInput name="who" label={t.who} required autoCapitalize="none" />}
                    <TextInput name="date" type="date" label={t.date} />
                    <TextInput name="ends" type="date" label={t.ends} />
                    <TextInput name="reference" label={t.reference} />
                    <NativeSelect name="document" label={t.document} defaultValue={one.document} data={[{ value: "", label: t.noDocument }, ...options]} />
                  </ActButton>
                )}
                {may("register.take_back") && one.recorded_at && !one.taken_back && (
                  <ActButton label={t.takeBack} title={t.takeBackTitle(one.title)} act={async (filled) => {
                    await ask("register.take_back", { use: entry.use, condition: one.condition, reason: filled("reason") ?? "" });
                    again();
                  }}>
                    <Textarea name="reason" label={t.reason} required autosize minRows={2} />
                  </ActButton>
                )}
              </Group>
            </Group>
          );
        })}
      </Stack>
    </Part>
  );
}

function Advice({ shown: { entry, advice }, again }: PartProps) {
  const t = useTexts(registerTexts);
  const { may } = useSession();
  const { day } = useFormat();
  const advise = may("register.advise") && (
    <ActButton label={t.advise} why={t.adviseWhy} act={async (filled) => {
      await ask("register.advise", { use: entry.use, text: filled("text") ?? "" });
      again();
    }}>
      <Textarea name="text" label={t.adviceText} required autosize minRows={3} />
    </ActButton>
  );
  return (
    <Part title={t.advice} actions={advise}>
      {advice.length === 0 && <Text size="sm" c="dimmed">{t.adviceNone}</Text>}
      {advice.map((one) => (
        <div key={one.date + one.text}>
          <Text size="xs" c="dimmed">{[day(one.date), one.by].filter(Boolean).join(" · ")}</Text>
          <Text size="sm" className="own-words" mb="xs">{one.text}</Text>
        </div>
      ))}
    </Part>
  );
}

function History({ shown: { switches } }: PartProps) {
  const t = useTexts(registerTexts);
  const states = useTexts(stateWords);
  const { moment } = useFormat();
  const status: Record<Switched["status"], string> = {
    waiting: t.waits, done: t.done, refused: t.refused, withdrawn: t.withdrawn, overtaken: t.overtaken, expired: t.expired,
  };
  return (
    <Part title={t.history}>
      {switches.length === 0 && <Text size="sm" c="dimmed">{t.historyNone}</Text>}
      {switches.map((one) => (
        <div key={one.switch}>
          <Text size="sm" fw={600}>{t.waitingFor(states[one.from], states[one.to])}: {status[one.status]}</Text>
          <Text size="xs" c="dimmed">
            {[one.asked_by && t.askedBy(one.asked_by, moment(one.asked_at)), one.decided_by && one.decided_at && `${one.decided_by}, ${moment(one.decided_at)}`].filter(Boolean).join(" · ")}
          </Text>
          <Text size="sm" className="own-words" mb="xs">{[one.reason, one.decided_reason].filter(Boolean).join(" / ")}</Text>
        </div>
      ))}
    </Part>
  );
}

function Law({ shown: { law } }: PartProps) {
  const t = useTexts(registerTexts);
  const { day } = useFormat();
  if (law.length === 0) return null;
  return (
    <Part title={t.law}>
      {law.map((one) => (
        <div key={one.name}>
          <Text size="sm" fw={600}>{one.name}</Text>
          <Text size="sm">{one.text}</Text>
          <Text size="xs" c="dimmed" mb="xs">
            {[one.applies && t.lawApplies(day(one.applies)), one.was && t.lawWas(day(one.was)), t.lawSeen(one.source, day(one.seen))].filter(Boolean).join(" · ")}
          </Text>
        </div>
      ))}
    </Part>
  );
}

function Export({ use }: { use: string }) {
  const t = useTexts(registerTexts);
  const { busy, failure, run } = useRun();
  return (
    <>
      <Button variant="default" size="xs" loading={busy} onClick={() => void run(async () => {
        const { entry } = await ask("register.export", { use });
        save(`${use}.json`, JSON.stringify(entry, null, 2), "application/json");
      })}>{t.export}</Button>
      <Trouble failure={failure} />
    </>
  );
}
