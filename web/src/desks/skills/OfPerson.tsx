import { Anchor, Paper, Table } from "@mantine/core";
import { Link, useParams } from "react-router-dom";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Sheet } from "../../frame/Sheet";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { pathOf } from "./paths";
import { personTexts } from "./texts";

/** What somebody confirmed themself: to who leads or advises them. */
export default function OfPerson() {
  const t = useTexts(personTexts);
  const { day } = useFormat();
  const { person = "" } = useParams();
  const { answer, failure, again } = useAnswer("skills.of_person", { person });
  const back = <Anchor component={Link} to="/skills/team" size="sm">{t.back}</Anchor>;
  return (
    <PageFrame title={answer?.name ?? t.ofPerson} lead={<>{t.teamLead} {back}</>}>
      <Trouble failure={failure} again={again} />
      {!answer && !failure && <Waiting />}
      {answer?.skills.length === 0 && <Paper withBorder p="md" role="status" fz="sm">{t.none}</Paper>}
      {answer && answer.skills.length > 0 && (
        <Sheet name={t.confirmed}>
          <Table verticalSpacing="xs">
            <Table.Thead><Table.Tr><Table.Th>{t.what}</Table.Th><Table.Th>{t.level}</Table.Th><Table.Th>{t.months}</Table.Th><Table.Th>{t.lastUsed}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {answer.skills.map((one) => (
                <Table.Tr key={one.concept}>
                  <Table.Td><Anchor component={Link} to={pathOf(one.concept)} className="row-link">{one.label}</Anchor></Table.Td>
                  <Table.Td>{one.level ? t.levels[one.level] : t.levelNone}</Table.Td>
                  <Table.Td>{one.months}</Table.Td>
                  <Table.Td>{one.last_used && day(one.last_used)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Sheet>
      )}
    </PageFrame>
  );
}
