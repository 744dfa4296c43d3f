import { Anchor, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { Link } from "react-router-dom";
import type { Answer } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { Sheet } from "../../frame/Sheet";
import { pathOf } from "./paths";
import { gapTexts } from "./texts";

type Shown = Answer<"skills.gap_of">;
type Asked = Shown["missing"][number];

export function usePercent() {
  const { number } = useFormat();
  return (part: number) => `${number(part * 100)}%`;
}

/** The sentence first, then what is missing, then what is there, and what it does not show. */
export function Gap({ gap }: { gap: Shown }) {
  const t = useTexts(gapTexts);
  const percent = usePercent();
  return (
    <Stack>
      <Text fw={600} role="status">
        {t.covered(percent(gap.coverage))}. {gap.people !== undefined && t.team(gap.people, gap.people_stated ?? 0)}
      </Text>
      <Part title={t.missing} skills={gap.missing} />
      <Part title={t.met} skills={gap.met} />
      <Limits limits={gap.limits} />
      <Text size="xs" c="dimmed">{gap.taxonomy}</Text>
    </Stack>
  );
}

export function Limits({ limits }: { limits: string[] }) {
  const t = useTexts(gapTexts);
  return (
    <Paper className="limits" p="md">
      <Text size="sm" fw={600}>{t.limits}</Text>
      <ul>{limits.map((one) => <li key={one}>{one}</li>)}</ul>
    </Paper>
  );
}

function Part({ title, skills }: { title: string; skills: Asked[] }) {
  const t = useTexts(gapTexts);
  const isTeam = skills.some((one) => one.people !== undefined);
  return (
    <section>
      <Title order={2} mb="xs">{title} ({skills.length})</Title>
      {skills.length === 0 ? <Text size="sm">{t.none}</Text> : (
        <Sheet name={title}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr><Table.Th>{t.skill}</Table.Th><Table.Th>{t.weight}</Table.Th><Table.Th>{isTeam ? t.people : t.how}</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {skills.map((one) => (
                <Table.Tr key={one.skill.concept}>
                  <Table.Td><Anchor component={Link} to={pathOf(one.skill.concept)} className="row-link">{one.skill.label}</Anchor></Table.Td>
                  <Table.Td>{one.essential ? t.essential : t.bonus}</Table.Td>
                  <Table.Td>{isTeam ? countOf(one, t.peopleAdjacent) : howOf(one, t)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Sheet>
      )}
    </section>
  );
}

function countOf(one: Asked, adjacent: string) {
  return one.people_adjacent ? `${one.people ?? 0} (${one.people_adjacent} ${adjacent})` : String(one.people ?? 0);
}

function howOf(one: Asked, t: { adjacent: (label: string) => string; narrower: (label: string) => string }) {
  if (!one.by) return "";
  return one.how === "adjacent" ? t.adjacent(one.by.label) : t.narrower(one.by.label);
}
