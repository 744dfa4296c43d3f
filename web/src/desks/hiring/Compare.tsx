import { Anchor, Paper, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { Link, useSearchParams } from "react-router-dom";
import type { Answer } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Quote } from "../../frame/Quote";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { whoIs } from "./keptColumns";
import { MetInWords, says } from "./MetInWords";
import { poolTexts } from "./moreTexts";
import { hiringTexts } from "./texts";

type Candidate = Answer<"hiring.candidate">;

/** `?a=&b=`: two candidates of a vacancy, requirement by requirement, each with the sentences it rests on. */
export default function Compare() {
  const t = useTexts(poolTexts);
  const [address] = useSearchParams();
  const [a, b] = ["a", "b"].map((name) => address.get(name) ?? undefined);
  const one = useAnswer("hiring.candidate", a ? { application: a } : undefined);
  const other = useAnswer("hiring.candidate", b ? { application: b } : undefined);
  const both = [one.answer, other.answer].filter((candidate) => candidate !== undefined);
  return (
    <PageFrame title={t.compare} lead={both[0] ? `${both[0].vacancy_title}. ${t.compareLead}` : t.compareLead}
      actions={both[0] && <Anchor component={Link} to={`/hiring/vacancies/${both[0].vacancy}`} size="sm">{t.toVacancy}</Anchor>}>
      {(!a || !b) && <Text>{t.compareTwo}</Text>}
      <Trouble failure={one.failure} again={one.again} />
      <Trouble failure={other.failure} again={other.again} />
      {a && b && both.length < 2 && !one.failure && !other.failure && <Waiting />}
      {both.length === 2 && <SideBySide candidates={both} />}
    </PageFrame>
  );
}

function SideBySide({ candidates }: { candidates: Candidate[] }) {
  const t = useTexts(poolTexts);
  const h = useTexts(hiringTexts);
  // Of one whom the reader has yet to judge themselves nothing is shown; the other has the requirements.
  const asked = candidates.find(({ reasons }) => reasons.length > 0)?.reasons ?? [];
  return (
    <Stack>
      <div className="sheet" tabIndex={0} role="region" aria-label={t.compare}>
        <Table layout="fixed" miw={640} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" w="26%">{t.requirement}</Table.Th>
              {candidates.map((one) => (
                <Table.Th key={one.application} scope="col">
                  <Anchor component={Link} to={`/hiring/candidates/${one.application}`}>{whoIs(one)}</Anchor>
                  <Text size="xs" c="dimmed">{h.groups[one.group]}</Text>
                  <Text size="xs" c="dimmed">{one.verdict ? h.decided[one.verdict] : t.undecided}</Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {asked.map(({ requirement, label }) => (
              <Table.Tr key={requirement}>
                <Table.Th scope="row" fw={600}>{label}</Table.Th>
                {candidates.map((one) => <Table.Td key={one.application} valign="top"><Reason candidate={one} requirement={requirement} /></Table.Td>)}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {candidates.map((one) => (
          <Paper key={one.application} component="section" className="limits" p="sm" aria-label={`${t.notSeen}: ${whoIs(one)}`}>
            <Title order={2} size="sm">{t.notSeen}: {whoIs(one)}</Title>
            <ul>{[...one.limits, ...one.notices].map((limit) => <li key={limit}>{limit}</li>)}</ul>
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Reason({ candidate, requirement }: { candidate: Candidate; requirement: string }) {
  const h = useTexts(hiringTexts);
  const found = candidate.reasons.find((reason) => reason.requirement === requirement);
  if (!found) return <Text size="sm" c="dimmed">{candidate.group === "own_view_first" ? h.groups.own_view_first : h.groups.unmatched}</Text>;
  return (
    <>
      <MetInWords met={found.met} />
      {!says(found.why, h.met[found.met]) && <Text size="sm" className="own-words">{found.why}</Text>}
      {found.evidence.map((evidence) => <Quote key={evidence.start} evidence={evidence} />)}
    </>
  );
}
