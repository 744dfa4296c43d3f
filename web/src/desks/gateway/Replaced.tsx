import { Paper, Table, Text, Title } from "@mantine/core";
import type { Answer } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { Sheet } from "../../frame/Sheet";
import { chatTexts } from "./chatTexts";
import { kindWords } from "./words";

/** What stood for what, so that who asked sees what the model did not. */
export function Replaced({ placeholders }: { placeholders: Answer<"gateway.open_conversation">["placeholders"] }) {
  const t = useTexts(chatTexts);
  const kinds = useTexts(kindWords);
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-labelledby="replaced">
      <Title order={2} id="replaced">{t.replaced}</Title>
      <Text size="sm" c="dimmed" mb="xs">{placeholders.length === 0 ? t.nothingReplaced : t.replacedWhy}</Text>
      {placeholders.length > 0 && (
        <Sheet name={t.placeholder}>
          <Table verticalSpacing={4} className="narrow">
            <Table.Thead><Table.Tr><Table.Th>{t.placeholder}</Table.Th><Table.Th>{t.original}</Table.Th><Table.Th>{t.kind}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {placeholders.map((one, place) => (
                <Table.Tr key={place}>
                  <Table.Td>{one.placeholder}</Table.Td><Table.Td className="own-words">{one.original}</Table.Td><Table.Td>{kinds[one.kind]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Sheet>
      )}
    </Paper>
  );
}
