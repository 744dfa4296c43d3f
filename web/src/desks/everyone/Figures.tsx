import { Paper, Text, Title } from "@mantine/core";
import type { OperationName } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { useAnswer } from "../../frame/use";
import { proposing } from "../../generated/proposing";
import { everyoneTexts } from "./texts";

/** How one follows proposals oneself: shown to nobody else. */
export function Figures() {
  const t = useTexts(everyoneTexts);
  const { may } = useSession();
  const mine = Object.keys(proposing).filter((operation) => may(operation as OperationName) && may("proposals.follow"));
  if (mine.length === 0) return null;
  return <>{mine.map((operation) => <Figure key={operation} operation={operation} title={t.figures} />)}</>;
}

function Figure({ operation, title }: { operation: string; title: string }) {
  const t = useTexts(everyoneTexts);
  const { number } = useFormat();
  const { answer } = useAnswer("proposals.follow", { operation });
  const own = answer?.own;
  const share = ({ agreed, disagreed }: { agreed: number; disagreed: number }) => [number(agreed), number(agreed + disagreed)] as const;
  if (!own || own.accepted + own.amended + own.declined === 0) return null;
  return (
    <Paper withBorder p="md" mt="lg" maw={640}>
      <Title order={2} mb={4}>{title}</Title>
      <Text size="sm">{t.figuresAre(number(own.accepted), number(own.amended), number(own.declined), number(own.median_minutes))}</Text>
      {own.in_sight.agreed + own.in_sight.disagreed > 0 && <Text size="sm">{t.inSight(...share(own.in_sight))} {own.blind && t.blind(...share(own.blind))}</Text>}
      <Text size="xs" c="dimmed" mt={4}>{t.figuresYours} {answer.note}</Text>
    </Paper>
  );
}
