// Long work: begun here or on another page, it goes on when a page is left, and shows at the foot of every page until it is over.
import { ActionIcon, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { type Answer, ask, type Asking, type Input, type JobState, type OperationName, type Part, stopJob } from "./client";
import { Icon } from "./Icon";
import { inTwo, useFormat, useTexts } from "./language";

interface Running {
  job: string;
  title: string;
  state: JobState;
  begun: number;
}

let running: Running[] = [];
const listeners = new Set<() => void>();

function change(next: Running[]) {
  running = next;
  for (const listener of listeners) listener();
}

function note(title: string, state: JobState) {
  const before = running.find((one) => one.job === state.job);
  const others = running.filter((one) => one !== before);
  const isOver = state.state !== "waiting" && state.state !== "running";
  change(isOver ? others : [...others, { job: state.job, title, state, begun: before?.begun ?? Date.now() }]);
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

const jobTexts = inTwo({
  nl: {
    title: "Loopt nu",
    of: (done: string, total: string) => `${done} van ${total}`,
    begun: "begonnen",
    left: (minutes: number) => (minutes < 1 ? "minder dan een minuut" : `nog ongeveer ${minutes} min`),
    stop: (what: string) => `${what} stoppen`,
  },
  en: {
    title: "Under way",
    of: (done: string, total: string) => `${done} of ${total}`,
    begun: "begun",
    left: (minutes: number) => (minutes < 1 ? "less than a minute" : `about ${minutes} min left`),
    stop: (what: string) => `Stop: ${what}`,
  },
});

export function RunningJobs() {
  const t = useTexts(jobTexts);
  const jobs = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => running,
  );
  if (jobs.length === 0) return null;
  return (
    <Paper component="aside" className="jobs" withBorder shadow="md" p="sm" aria-label={t.title}>
      <Stack gap="xs">
        {jobs.map((one) => <JobLine key={one.job} title={one.title} state={one.state} begun={one.begun} onStop={() => void stopJob(one.job)} />)}
      </Stack>
    </Paper>
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
