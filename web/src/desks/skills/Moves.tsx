import { Anchor, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import type { Answer } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { type Chosen, ChooseConcept } from "./ChooseConcept";
import { Gap, Limits, usePercent } from "./Gap";
import { pathOf } from "./paths";
import { gapTexts } from "./texts";

type Move = Answer<"skills.my_moves">["moves"][number];

/** What is near; with an occupation in the address, oneself beside that. */
export default function Moves() {
  const t = useTexts(gapTexts);
  const [address] = useSearchParams();
  const occupation = address.get("occupation") ?? undefined;
  return occupation ? <Beside occupation={occupation} /> : (
    <PageFrame title={t.moves} lead={<>{t.movesLead} <Anchor component={Link} to="/skills/mine">{t.toMine}</Anchor></>}>
      <Choose />
      <Near />
    </PageFrame>
  );
}

function Choose() {
  const t = useTexts(gapTexts);
  const [chosen, setChosen] = useState<Chosen>();
  return (
    <Group align="flex-end" mb="md" gap="sm">
      <div className="search"><ChooseConcept label={t.oneJob} kind="occupation" chosen={chosen} onChoose={setChosen} /></div>
      {chosen && <Button component={Link} to={`/skills/moves?occupation=${encodeURIComponent(chosen.concept)}`} variant="default">{t.lay}</Button>}
    </Group>
  );
}

function Near() {
  const t = useTexts(gapTexts);
  const { answer, failure, again } = useAnswer("skills.my_moves", { top: 10 });
  if (failure) return <Trouble failure={failure} again={again} />;
  if (!answer) return <Waiting />;
  return (
    <Stack>
      {answer.moves.length === 0 && <Paper withBorder p="md" role="status" fz="sm">{t.movesEmpty}</Paper>}
      {answer.moves.map((one) => <Place key={one.occupation.concept} move={one} />)}
      <Limits limits={answer.limits} />
      <Text size="xs" c="dimmed">{answer.taxonomy}</Text>
    </Stack>
  );
}

function Place({ move }: { move: Move }) {
  const t = useTexts(gapTexts);
  const percent = usePercent();
  const labels = (lines: Move["met"]) => lines.map(({ label }) => label).join(", ") || t.nothing;
  const more = move.missing_total - move.missing.length;
  return (
    <Paper withBorder p="md" component="section" aria-label={move.occupation.label}>
      <Anchor component={Link} to={`/skills/moves?occupation=${encodeURIComponent(move.occupation.concept)}`} fw={600}>{move.occupation.label}</Anchor>
      <Text size="sm">{t.coverage(percent(move.coverage))}</Text>
      <Text size="sm"><Text span c="dimmed" size="sm">{t.asksStill}:</Text> {labels(move.missing)} {more > 0 && t.andMore(more)}</Text>
      <Text size="sm"><Text span c="dimmed" size="sm">{t.youHave}:</Text> {labels(move.met)}</Text>
    </Paper>
  );
}

function Beside({ occupation }: { occupation: string }) {
  const t = useTexts(gapTexts);
  const { answer, failure, again } = useAnswer("skills.my_gap", { occupation });
  const lead = <><Anchor component={Link} to="/skills/moves" size="sm">{t.moves}</Anchor> · <Anchor component={Link} to={pathOf(occupation)} size="sm">{answer?.occupation.label}</Anchor></>;
  return (
    <PageFrame title={answer ? t.mineBeside(answer.occupation.label) : t.moves} lead={lead}>
      <Trouble failure={failure} again={again} />
      {!answer && !failure && <Waiting />}
      {answer && <Gap gap={answer} />}
    </PageFrame>
  );
}
