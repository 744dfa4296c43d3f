import { Anchor, List, Paper, Text, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link } from "react-router-dom";
import { type Desk, type Tiding, useDesks } from "../../frame/desk";
import { useFormat, useLanguage, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { lastVisit } from "../../frame/visit";
import { everyoneTexts } from "./texts";

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** What waits for this person at a desk, beside proposals. */
export function AlsoWaiting() {
  const t = useTexts(everyoneTexts);
  const session = useSession();
  const tidings = useTidings((desk, signal) => desk.waits?.(session, signal));
  if (!tidings?.length) return null;
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-labelledby="also-waiting">
      <Title order={2} id="also-waiting" mb="xs">{t.alsoWaiting}</Title>
      <Lines tidings={tidings} />
    </Paper>
  );
}

/** What others did since this person was last here: of a browser that does not know, in the last week. */
export function News() {
  const t = useTexts(everyoneTexts);
  const { moment } = useFormat();
  const session = useSession();
  const [before] = useState(() => lastVisit(session.who.account));
  const [since] = useState(() => before ?? new Date(Date.now() - WEEK_MS).toISOString());
  const tidings = useTidings((desk, signal) => desk.news?.(since, session, signal));
  return (
    <Paper component="section" withBorder p="md" mt="lg" maw={640} aria-labelledby="news">
      <Title order={2} id="news" mb={4}>{before ? t.newsSince(moment(before)) : t.newsOfWeek}</Title>
      {tidings && (tidings.length > 0 ? <Lines tidings={tidings} /> : <Text size="sm">{t.noNews}</Text>)}
    </Paper>
  );
}

function Lines({ tidings }: { tidings: Tiding[] }) {
  const { language } = useLanguage();
  return <List size="sm">{tidings.map(({ text, path }) => <List.Item key={text.nl}><Anchor component={Link} to={path} inherit>{text[language]}</Anchor></List.Item>)}</List>;
}

/** Of every desk, in their order; one that has trouble says nothing here, and tells on its own pages. */
function useTidings(ask: (desk: Desk, signal: AbortSignal) => Promise<Tiding[]> | undefined): Tiding[] | undefined {
  const desks = useDesks();
  const [tidings, setTidings] = useState<Tiding[]>();
  useEffect(() => {
    const stop = new AbortController();
    void Promise.allSettled(desks.map((desk) => ask(desk, stop.signal))).then((all) => {
      if (!stop.signal.aborted) setTidings(all.flatMap((one) => (one.status === "fulfilled" ? (one.value ?? []) : [])));
    });
    return () => stop.abort();
    // Asked once, as the page opens.
  }, [desks]);
  return tidings;
}
