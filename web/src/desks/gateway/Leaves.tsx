import { Box, Paper, SimpleGrid, Table, Text, Title } from "@mantine/core";
import { Outcome } from "../../forms/ActButton";
import type { Answer } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { Sheet } from "../../frame/Sheet";
import { shieldTexts } from "./shieldTexts";
import { dataWords, kindWords, treatmentWords } from "./words";

type Shielded = Answer<"gateway.try_shield">;

/** What of a text would leave, beside the text; and each thing that was found, with why. */
export function Leaves({ text, shielded }: { text: string; shielded: Shielded }) {
  const t = useTexts(shieldTexts);
  return (
    <>
      <Outcome><InOneSentence shielded={shielded} /></Outcome>
      <SimpleGrid cols={{ base: 1, md: 2 }} mb="md">
        <Paper withBorder p="md" component="section" aria-label={t.yours}>
          <Title order={2} mb="xs">{t.yours}</Title>
          <Text size="sm" className="own-words"><Marked text={text} found={shielded.found} /></Text>
        </Paper>
        {shielded.may_leave && (
          <Paper withBorder p="md" component="section" aria-label={t.sent}>
            <Title order={2} mb="xs">{t.sent}</Title>
            <Text size="sm" className="own-words">{shielded.leaves}</Text>
          </Paper>
        )}
      </SimpleGrid>
      <Found text={text} shielded={shielded} />
    </>
  );
}

function InOneSentence({ shielded }: { shielded: Shielded }) {
  const t = useTexts(shieldTexts);
  const kinds = useTexts(kindWords);
  const data = useTexts(dataWords);
  if (!shielded.may_leave) return <Text size="sm" fw={600}>{t.refused(shielded.refused.map((kind) => kinds[kind]).join(", "))}</Text>;
  const kept = shielded.found.filter((one) => one.treatment === "keep").length;
  return (
    <>
      <Text size="sm" fw={600}>{shielded.found.length === 0 ? t.nothingFound : t.leaves(shielded.found.length - kept, kept)}</Text>
      {shielded.local_only && <Text size="sm">{t.staysHere(data[shielded.data])}</Text>}
    </>
  );
}

/** The text with what was found in it marked; offsets are code points. */
function Marked({ text, found }: { text: string; found: Shielded["found"] }) {
  const kinds = useTexts(kindWords);
  const points = Array.from(text);
  const slice = (from: number, to?: number) => points.slice(from, to).join("");
  return (
    <>
      {found.map((one, place) => (
        <span key={one.start}>
          {slice(found[place - 1]?.end ?? 0, one.start)}
          <mark title={kinds[one.kind]}>{slice(one.start, one.end)}</mark>
        </span>
      ))}
      {slice(found.at(-1)?.end ?? 0)}
    </>
  );
}

function Found({ text, shielded }: { text: string; shielded: Shielded }) {
  const t = useTexts(shieldTexts);
  const kinds = useTexts(kindWords);
  const treatments = useTexts(treatmentWords);
  const { number } = useFormat();
  const points = Array.from(text);
  const placeholders = new Map(shielded.placeholders.map(({ original, placeholder }) => [original, placeholder]));
  if (shielded.found.length === 0) return null;
  return (
    <Box mb="md">
      <Title order={2} mb="xs">{t.found}</Title>
      <Sheet name={t.found}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.words}</Table.Th><Table.Th>{t.kind}</Table.Th><Table.Th>{t.treatment}</Table.Th><Table.Th>{t.becomes}</Table.Th>
              <Table.Th className="numeric">{t.sure}</Table.Th><Table.Th>{t.why}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shielded.found.map((one) => {
              const words = points.slice(one.start, one.end).join("");
              return (
                <Table.Tr key={one.start}>
                  <Table.Td className="own-words">{words}</Table.Td>
                  <Table.Td>{kinds[one.kind]}</Table.Td>
                  <Table.Td>{treatments[one.treatment]}</Table.Td>
                  <Table.Td>{(one.treatment === "replace" && placeholders.get(words)) || "–"}</Table.Td>
                  <Table.Td className="numeric">{number(one.score * 100)}%</Table.Td>
                  <Table.Td className="long">{one.reason}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Sheet>
    </Box>
  );
}
