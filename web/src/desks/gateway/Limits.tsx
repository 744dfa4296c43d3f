import { Group, NativeSelect, NumberInput, Table, Text, TextInput, Title } from "@mantine/core";
import { ActButton } from "../../forms/ActButton";
import { choices } from "../../forms/words";
import { ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { Sheet } from "../../frame/Sheet";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { euros, micros } from "./money";
import { limitTexts } from "./ruleTexts";
import { type LimitOf, limitOfWords } from "./words";

/** How much may be used. */
export function Limits() {
  const t = useTexts(limitTexts);
  const of = useTexts(limitOfWords);
  const { may } = useSession();
  const { number } = useFormat();
  const { answer, failure, again } = useAnswer("gateway.limits", {});
  const told = (amount: number | undefined, digits = 0) => (amount ? number(amount, digits) : t.noLimit);
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t.title}</Title>
        {may("gateway.add_limit") && <AddLimit added={again} />}
      </Group>
      <Trouble failure={failure} again={again} />
      {answer?.limits.length === 0 && <Text size="sm">{t.none}</Text>}
      {answer && answer.limits.length > 0 && (
        <Sheet name={t.title}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.of}</Table.Th><Table.Th className="numeric">{t.requestsShort}</Table.Th><Table.Th className="numeric">{t.tokensShort}</Table.Th>
                <Table.Th className="numeric">{t.costShort}</Table.Th><Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {answer.limits.map(({ id, content }) => (
                <Table.Tr key={id}>
                  <Table.Td>{of[content.of ?? "person"]}{content.whose && ` (${content.whose})`}</Table.Td>
                  <Table.Td className="numeric">{told(content.requests_a_minute)}</Table.Td>
                  <Table.Td className="numeric">{told(content.tokens_a_month)}</Table.Td>
                  <Table.Td className="numeric">{told(euros(content.micros_a_month ?? 0), 2)}</Table.Td>
                  <Table.Td>
                    {may("gateway.remove_limit") && (
                      <ActButton label={t.remove} why={t.removeWhy} act={async () => {
                        await ask("gateway.remove_limit", { limit: id });
                        again();
                      }} />
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Sheet>
      )}
    </div>
  );
}

function AddLimit({ added }: { added: () => void }) {
  const t = useTexts(limitTexts);
  const of = useTexts(limitOfWords);
  return (
    <ActButton label={t.add} act={async (filled) => {
      const amount = (name: string) => Number(filled(name) ?? 0);
      await ask("gateway.add_limit", {
        content: {
          of: filled("of") as LimitOf, whose: filled("whose") ?? "", requests_a_minute: amount("requests"), tokens_a_month: amount("tokens"),
          micros_a_month: micros(amount("cost")),
        },
      });
      added();
    }}>
      <NativeSelect name="of" label={t.of} data={choices(of)} />
      <TextInput name="whose" label={t.whose} />
      <NumberInput name="requests" label={t.requests} min={0} defaultValue={0} hideControls />
      <NumberInput name="tokens" label={t.tokens} min={0} defaultValue={0} hideControls />
      <NumberInput name="cost" label={t.cost} min={0} defaultValue={0} decimalScale={2} hideControls />
    </ActButton>
  );
}
