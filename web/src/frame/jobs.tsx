// Long work: begun here or on another page, it goes on when a page is left, and shows at the foot of every page until it is over.
// What runs is asked of the server when the pages are loaded; what ended while nobody looked is told once.
import { ActionIcon, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useEffect, useSyncExternalStore } from "react";
import {
  type Answer, ask, type Asking, followJob, GaveUp, type Input, isOver, jobsOfMine, type JobState, type OperationName, type Part, Problem, setJobListener,
  stopJob,
} from "./client";
import { Icon } from "./Icon";
import { inTwo, useFormat, useTexts } from "./language";
import { recall, remember } from "./remembered";

interface Running {
  job: string;
  title: string;
  state: JobState;
  begun: number;
}

/** What ended while its page was gone. */
interface Over {
  job: string;
  title: string;
  outcome: "done" | "failed" | "stopped";
  why?: string;
}

interface Standing {
  running: Running[];
  over: Over[];
}

let standing: Standing = { running: [], over: [] };
const listeners = new Set<() => void>();

function change(next: Partial<Standing>) {
  standing = { ...standing, ...next };
  for (const listener of listeners) listener();
}

function note(title: string, state: JobState) {
  const before = standing.running.find((one) => one.job === state.job);
  const others = standing.running.filter((one) => one !== before);
  change({ running: isOver(state) ? others : [...others, { job: state.job, title, state, begun: before?.begun ?? new Date(state.made_at).getTime() }] });
}

/** Asks for what may take long. `title` is what the foot of the page says of it; `onJob` hears of it too. */
export async function askLong<N extends OperationName>(name: N, input: Input<N>, title: string, { onJob, onPart }: Asking<Part<N>> = {}): Promise<Answer<N>> {
  return ask(name, input, {
    onPart,
    onJob: (state) => {
      note(title, state);
      onJob?.(state);
    },
  });
}

/** Jobs of which was told how they ended; as many as the server lists. */
const MOST_REMEMBERED = 50;
let told: { name: string; jobs: Set<string> } | undefined;

function tellNoMoreOf(job: string) {
  if (!told) return;
  told.jobs.add(job);
  remember(told.name, [...told.jobs].slice(-MOST_REMEMBERED));
}

/** Takes up what runs and tells what ended, once for each time the pages are loaded. */
async function takeUp(account: string) {
  if (told) return;
  const name = `jobs.${account}`;
  const known = recall<string[]>(name);
  told = { name, jobs: new Set(known) };
  if (!known) remember(name, []);
  setJobListener(tellNoMoreOf);
  for (const one of (await jobsOfMine()).reverse()) {
    if (told.jobs.has(one.job) || standing.running.some(({ job }) => job === one.job)) continue;
    // In a browser that knows of none, what ended long ago is no news.
    if (isOver(one) && !known) tellNoMoreOf(one.job);
    else void follow(one);
  }
}

async function follow({ job, title }: JobState) {
  let outcome: Over["outcome"] = "done";
  let why: string | undefined;
  try {
    await followJob(job, { onJob: (state) => note(title, state) });
  } catch (failure) {
    if (!(failure instanceof Problem || failure instanceof GaveUp)) return; // the server is away, and tells when it is back
    const isStopped = failure instanceof GaveUp || failure.code === "job_stopped";
    outcome = isStopped ? "stopped" : "failed";
    if (failure instanceof Problem && !isStopped) why = failure.message;
  }
  tellNoMoreOf(job);
  change({ over: [...standing.over, { job, title, outcome, why }] });
}

const jobTexts = inTwo({
  nl: {
    title: "Loopt nu",
    over: "Afgelopen",
    of: (done: string, total: string) => `${done} van ${total}`,
    begun: "begonnen",
    left: (minutes: number) => (minutes < 1 ? "minder dan een minuut" : `nog ongeveer ${minutes} min`),
    stop: (what: string) => `${what} stoppen`,
    done: "Klaar terwijl je weg was.",
    failed: "Mislukt terwijl je weg was.",
    stopped: "Gestopt.",
    seen: (what: string) => `${what}: gezien`,
  },
  en: {
    title: "Under way",
    over: "Ended",
    of: (done: string, total: string) => `${done} of ${total}`,
    begun: "begun",
    left: (minutes: number) => (minutes < 1 ? "less than a minute" : `about ${minutes} min left`),
    stop: (what: string) => `Stop: ${what}`,
    done: "Done while you were away.",
    failed: "Failed while you were away.",
    stopped: "Stopped.",
    seen: (what: string) => `${what}: seen`,
  },
});

export function RunningJobs({ account }: { account: string }) {
  const t = useTexts(jobTexts);
  const { running, over } = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => standing,
  );
  useEffect(() => {
    takeUp(account).catch(() => undefined); // without it the pages work all the same
  }, [account]);
  if (running.length + over.length === 0) return null;
  return (
    <Paper component="aside" className="jobs" withBorder shadow="md" p="sm" aria-label={running.length > 0 ? t.title : t.over}>
      <Stack gap="xs">
        {running.map((one) => <JobLine key={one.job} title={one.title} state={one.state} begun={one.begun} onStop={() => void stopJob(one.job)} />)}
        {over.map((one) => <OverLine key={one.job} over={one} onSeen={() => change({ over: standing.over.filter(({ job }) => job !== one.job) })} />)}
      </Stack>
    </Paper>
  );
}

function OverLine({ over: { title, outcome, why }, onSeen }: { over: Over; onSeen: () => void }) {
  const t = useTexts(jobTexts);
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start" role="status">
      <div>
        <Text size="sm" fw={600}>{title}</Text>
        <Text size="xs" c="dimmed">{t[outcome]} {why}</Text>
      </div>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t.seen(title)} onClick={onSeen}><Icon name="cross" size={14} /></ActionIcon>
    </Group>
  );
}

/** How far a job is: a bar, how many of how many, what it is at, how long it may take. */
export function JobLine({ title, state, begun, onStop }: { title: string; state: JobState; begun: number; onStop?: () => void }) {
  const t = useTexts(jobTexts);
  const { number } = useFormat();
  const { done, total, current } = state;
  const share = total > 0 ? done / total : 0;
  const minutes = share > 0.02 ? Math.round(((Date.now() - begun) * (1 / share - 1)) / 60_000) : undefined;
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600}>{title}</Text>
        {onStop && <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t.stop(title)} onClick={onStop}><Icon name="cross" size={14} /></ActionIcon>}
      </Group>
      <Progress value={share * 100} aria-label={title} my={4} />
      <Text size="xs" c="dimmed" truncate>
        {[total > 0 ? t.of(number(done), number(total)) : t.begun, minutes === undefined ? undefined : t.left(minutes), current].filter(Boolean).join(" · ")}
      </Text>
    </div>
  );
}
