import { Anchor, Paper, SimpleGrid, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { Link, useParams, useSearchParams } from "react-router-dom";
import type { Answer } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { peopleTexts } from "./texts";

type Shown = Answer<"administration.show_person">;

const MINUTES_OF_AN_HOUR = 60;

function nameOf({ given_name, initials, infix, surname }: Shown["person"]["name"]) {
  return [given_name ?? initials, infix, surname].filter(Boolean).join(" ");
}

export default function Person() {
  const t = useTexts(peopleTexts);
  const { person = "" } = useParams();
  const [address, setAddress] = useSearchParams();
  const asOf = address.get("as_of") ?? undefined;
  const { answer, failure, again } = useAnswer("administration.show_person", { person, as_of: asOf });
  const title = answer ? nameOf(answer.person.name) : t.person;
  const lead = answer && `${t.number} ${answer.person.personnel_number}`;
  return (
    <PageFrame title={title} lead={lead} actions={
      <TextInput type="date" label={t.asOf} value={asOf ?? ""} size="sm"
        onChange={({ currentTarget: { value } }) => setAddress(value ? { as_of: value } : {}, { replace: true })} />
    }>
      <Trouble failure={failure} again={again} />
      {!answer && !failure && <Waiting />}
      {answer && !failure && (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Facts {...answer} />
          <Stack>
            <Jobs {...answer} />
            <Managers {...answer} />
          </Stack>
        </SimpleGrid>
      )}
    </PageFrame>
  );
}

function Facts({ person }: Shown) {
  const t = useTexts(peopleTexts);
  const { day } = useFormat();
  const { may } = useSession();
  const { street, house_number, postcode, city, country } = person.address ?? {};
  const address = [[street, house_number].filter(Boolean).join(" "), [postcode, city].filter(Boolean).join(" "), country].filter(Boolean).join(", ");
  const rows: [string, string | undefined][] = [
    [t.birthDate, person.birth_date && day(person.birth_date)], [t.email, person.email], [t.phone, person.phone], [t.address, address],
  ];
  return (
    <Paper component="section" withBorder p="md" aria-label={t.person}>
      <Table variant="vertical">
        <Table.Tbody>
          {rows.filter(([, value]) => value).map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="1%" miw="8rem">{name}</Table.Th>
              <Table.Td className="own-words">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {may("oversight.everything_of") && <Anchor component={Link} to={`/kept?person=${person.personnel_number}`} size="sm">{t.kept}</Anchor>}
    </Paper>
  );
}

function Jobs({ jobs }: Shown) {
  const t = useTexts(peopleTexts);
  const { day, number } = useFormat();
  return (
    <Paper component="section" withBorder p="md" aria-label={t.jobs}>
      <Title order={2} mb="xs">{t.jobs}</Title>
      {jobs.length === 0 && <Text size="sm">{t.jobsNone}</Text>}
      {jobs.map((job) => (
        <div key={job.contract}>
          <Text fw={600}>{job.terms.function}, {job.unit_name}</Text>
          <Text size="sm">
            {t.kinds[job.kind]}, {number(job.terms.minutes_per_week / MINUTES_OF_AN_HOUR, job.terms.minutes_per_week % MINUTES_OF_AN_HOUR ? 2 : 0)} {t.hours.toLowerCase()}
          </Text>
          <Text size="sm" c="dimmed" mb="xs">
            {[`${t.begin}: ${day(job.begin)}`, job.end && `${t.lastDay}: ${day(job.end)}`, `${t.since}: ${day(job.since)}`].filter(Boolean).join(" · ")}
          </Text>
        </div>
      ))}
    </Paper>
  );
}

function Managers({ managers }: Shown) {
  const t = useTexts(peopleTexts);
  return (
    <Paper component="section" withBorder p="md" aria-label={t.managers}>
      <Title order={2} mb="xs">{t.managers}</Title>
      {managers.length === 0 && <Text size="sm">{t.managersNone}</Text>}
      {managers.map((one) => (
        <Text key={one.person + one.role} size="sm">
          <Anchor component={Link} to={`/people/${one.person}`}>{nameOf(one.name)}</Anchor>, {t.managerRoles[one.role]}
        </Text>
      ))}
    </Paper>
  );
}
