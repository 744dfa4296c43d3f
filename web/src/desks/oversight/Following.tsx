import { Paper, Stack, Text, Title } from "@mantine/core";
import type { Answer, OperationName } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { useAnswer } from "../../frame/use";
import { proposing } from "../../generated/proposing";
import { numbersTexts } from "./texts";

type Figures = NonNullable<Answer<"proposals.follow">["together"]>;

/** How fast and how often people follow what is proposed, against a sample of their own views: of groups, never of one. */
export function Following({ titles }: { titles: (operation: string) => string }) {
  const t = useTexts(numbersTexts);
  const { may } = useSession();
  const operations = Object.keys(proposing);
  if (!may("proposals.follow") || operations.length === 0) return null;
  return (
    <Paper component="section" withBorder p="md" mb="lg" maw={760} aria-labelledby="following">
      <Title order={2} id="following">{t.following}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t.followingLead}</Text>
      <Stack gap="sm">{operations.map((operation) => <OfOperation key={operation} operation={operation as OperationName} title={titles(operation)} />)}</Stack>
    </Paper>
  );
}

function OfOperation({ operation, title }: { operation: OperationName; title: string }) {
  const { answer } = useAnswer("proposals.follow", { operation });
  if (!answer) return null;
  return (
    <div>
      <Text size="sm" fw={600}>{title}</Text>
      {answer.together ? <Together of={answer.together} /> : <Text size="sm">{answer.note}</Text>}
    </div>
  );
}

function Together({ of }: { of: Figures }) {
  const t = useTexts(numbersTexts);
  const { number } = useFormat();
  const share = ({ agreed, disagreed }: Figures["in_sight"]) => [number(agreed), number(agreed + disagreed)] as const;
  return (
    <>
      <Text size="sm">{t.followed(number(of.accepted), number(of.amended), number(of.declined), number(of.median_minutes))}</Text>
      <Text size="sm">{t.inSight(...share(of.in_sight))} {of.blind ? t.blind(...share(of.blind)) : t.noBlind}</Text>
    </>
  );
}
