import { Anchor, Badge, Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { Outcome } from "../../forms/ActButton";
import type { Answer, Input } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { slicePoints } from "../../frame/Quote";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import type { Chosen } from "./ChooseConcept";
import { Marked } from "./Marked";
import { ConceptForm, SynonymForm } from "./OwnForms";
import { pathOf } from "./paths";
import { ownTexts, whyTexts } from "./texts";

type Told = Answer<"skills.why_not_found">;

/** Of a requirement and a candidate, which the address names; else of a phrase and a text that somebody gives. */
export default function Why() {
  const t = useTexts(whyTexts);
  const [address] = useSearchParams();
  const application = address.get("application") ?? undefined;
  const requirement = address.get("requirement") ?? undefined;
  const [given, setGiven] = useState<{ label: string; text: string }>();
  const [taught, setTaught] = useState("");
  const asked: Input<"skills.why_not_found"> | undefined = application ? { application, requirement } : given;
  const { answer, failure, loading, again } = useAnswer("skills.why_not_found", asked);
  const lead = application ? <Anchor component={Link} to={`/hiring/candidates/${application}`} size="sm">{t.back}</Anchor> : t.lead;
  return (
    <PageFrame title={answer && application ? `${t.title}: ${answer.label}` : t.title} lead={lead}>
      {!application && <Give give={setGiven} />}
      <Trouble failure={failure} again={again} />
      {asked && loading && !answer && <Waiting />}
      {taught && <Outcome>{t.taught(taught)}</Outcome>}
      {answer && <Shown told={answer} taught={(name) => {
        setTaught(name);
        again();
      }} />}
    </PageFrame>
  );
}

function Give({ give }: { give: (given: { label: string; text: string }) => void }) {
  const t = useTexts(whyTexts);
  return (
    <form onSubmit={(event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      give({ label: String(data.get("label")), text: String(data.get("text")) });
    }}>
      <Stack gap="sm" mb="md" maw={720}>
        <TextInput name="label" label={t.label} required />
        <Textarea name="text" label={t.text} autosize minRows={3} maxRows={14} required />
        <Group><Button type="submit">{t.look}</Button></Group>
      </Stack>
    </form>
  );
}

function Shown({ told, taught }: { told: Told; taught: (name: string) => void }) {
  const t = useTexts(whyTexts);
  const own = useTexts(ownTexts);
  const { may } = useSession();
  const meant: Chosen[] = told.looked_for.map(({ what }) => what);
  return (
    <Stack>
      <Paper withBorder p="md" component="section" aria-label={t.lookedFor}>
        <Title order={2} mb="xs">{t.lookedFor}</Title>
        {told.looked_for.map((one) => <LookedFor key={one.what.concept} one={one} />)}
        {told.looked_for.length === 0 && (
          <>
            <Text size="sm">{t.unknown} {told.words.join(", ")}</Text>
            {may("skills.put_own_name") && <Group mt="xs"><ConceptForm kind="skill" label={own.addSkill} saved={taught} /><Text size="sm" c="dimmed">{t.unknownTeach}</Text></Group>}
          </>
        )}
        <Text size="xs" c="dimmed" mt="sm">{t.in}: {told.documents.join(", ")} · {told.taxonomy}</Text>
      </Paper>
      <Paper withBorder p="md" component="section" aria-label={t.found}>
        <Title order={2} mb="xs">{t.found}</Title>
        {told.found.length === 0 && <Text size="sm">{t.foundNone}</Text>}
        {told.found.map((one, place) => (
          <div key={place}>
            <Group gap={6}>
              <Anchor component={Link} to={pathOf(one.what.concept)} size="sm">{one.what.label}</Anchor>
              <Badge variant="default" tt="none" fw={500}>{t.how[one.how]}</Badge>
              <Badge variant="default" tt="none" fw={500}>{t.stances[one.stance]}</Badge>
            </Group>
            <Marked quote={one.quote} from={one.mark_start} to={one.mark_end} where={one.document} />
          </div>
        ))}
      </Paper>
      <Paper withBorder p="md" component="section" aria-label={t.near}>
        <Title order={2} mb="xs">{t.near}</Title>
        {told.near.length === 0 && <Text size="sm">{t.nearNone}</Text>}
        {told.near.map((one, place) => (
          <div key={place}>
            <Group gap="sm">
              <Text size="sm">{t.nearTo(one.name)}</Text>
              {may("skills.put_own_name") && meant.length > 0 && (
                <SynonymForm label={t.teach} why={t.teachWhy} choose={meant} text={slicePoints(one.quote, one.mark_start, one.mark_end)} saved={taught} />
              )}
            </Group>
            <Text size="xs" c="dimmed">{wordsOf(one, t)}</Text>
            <Marked quote={one.quote} from={one.mark_start} to={one.mark_end} where={one.document} />
          </div>
        ))}
      </Paper>
      <Paper className="limits" p="md">
        <Text size="sm" fw={600}>{t.limits}</Text>
        <ul>{told.limits.map((one) => <li key={one}>{one}</li>)}</ul>
      </Paper>
    </Stack>
  );
}

function wordsOf(one: Told["near"][number], t: { sameWords: string; otherForms: string; missing: string }) {
  const said = (title: string, words: string[]) => words.length > 0 && `${title}: ${words.join(", ")}`;
  return [said(t.sameWords, one.same_words), said(t.otherForms, one.other_forms), said(t.missing, one.missing)].filter(Boolean).join(" · ");
}

function LookedFor({ one }: { one: Told["looked_for"][number] }) {
  const t = useTexts(whyTexts);
  const rows: [string, Chosen[], number][] = [[t.narrower, one.narrower, one.narrower_total - one.narrower.length], [t.related, one.related, 0], [t.broader, one.broader, 0]];
  return (
    <Stack gap={4} mb="sm">
      <Anchor component={Link} to={pathOf(one.what.concept)} fw={600}>{one.what.label}</Anchor>
      <Text size="sm">{t.byNames}: {one.names.join(", ")}</Text>
      {rows.filter(([, concepts]) => concepts.length > 0).map(([title, concepts, more]) => (
        <Text key={title} size="sm">{title}: {concepts.map(({ label }) => label).join(", ")} {more > 0 && t.andMore(more)}</Text>
      ))}
    </Stack>
  );
}
