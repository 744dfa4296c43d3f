import { Group, List, NativeSelect, Paper, Text, TextInput, Title } from "@mantine/core";
import { Link } from "react-router-dom";
import { ActButton } from "../../forms/ActButton";
import { choices, type Risk, riskWords, stateWords } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { registerPath } from "./paths";
import { registerTexts } from "./texts";

type Filters = Input<"register.list">;
type Row = Answer<"register.list">["uses"][number];

/** The heaviest first: it is what a coordinator comes for. */
const weight: Record<Risk, number> = { high: 2, limited: 1, minimal: 0 };

export default function Register() {
  const t = useTexts(registerTexts);
  const risks = useTexts(riskWords);
  const states = useTexts(stateWords);
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <Waiting />
      <Organisation />
      <ListPage<Row>
        name={t.uses}
        filters={[
          { name: "risk", kind: "choice", label: t.risk, options: choices(risks) },
          { name: "state", kind: "choice", label: t.state, options: choices(states) },
          { name: "closed", kind: "choice", label: t.onlyClosed, options: [{ value: "true", label: t.closed }] },
        ]}
        columns={[
          { key: "title", title: t.use, text: (row) => row.title },
          { key: "risk", title: t.risk, text: (row) => risks[row.risk] },
          { key: "state", title: t.state, text: (row) => states[row.state] },
          { key: "may_run", title: t.mayRun, text: (row) => (row.may_run ? t.yes : t.no) },
          { key: "missing", title: t.missing, text: (row) => t.missingCount(row.missing.length) },
        ]}
        load={async ({ risk, state, closed }, after, signal) => {
          const input = { risk, state, closed: closed === "true", after, limit: 200 } as Filters;
          const { uses, next } = await ask("register.list", input, { signal });
          return { rows: uses.sort((a, b) => weight[b.risk] - weight[a.risk]), next };
        }}
        keyOf={(row) => row.use}
        linkOf={(row) => registerPath(row.use)}
        empty={t.empty}
      />
    </PageFrame>
  );
}

/** Switches that wait for a second person: first, because they end. */
function Waiting() {
  const t = useTexts(registerTexts);
  const states = useTexts(stateWords);
  const { moment } = useFormat();
  const { answer } = useAnswer("register.waiting", {});
  if (!answer?.switches.length) return null;
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-label={t.waiting}>
      <Title order={2}>{t.waiting}</Title>
      <List size="sm" mt="xs">
        {answer.switches.map((one) => (
          <List.Item key={one.switch}>
            <Link to={registerPath(one.use)} className="link">{one.use}</Link> {t.waitingFor(states[one.from], states[one.to])}
            <Text size="xs" c="dimmed">
              {[one.asked_by && t.askedBy(one.asked_by, moment(one.asked_at)), one.waits_until && t.waitsUntil(moment(one.waits_until))].filter(Boolean).join(" · ")}
            </Text>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

/** What holds for all uses; empty fields of the form stay as they are. */
function Organisation() {
  const t = useTexts(registerTexts);
  const { may } = useSession();
  const { answer, failure, again } = useAnswer("register.show_organisation", {});
  if (!answer) return <Trouble failure={failure} again={again} />;
  const { name, contact } = answer;
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-label={t.organisation}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div className="page-title">
          <Text fw={600}>{name || t.organisationUnnamed}</Text>
          <Text size="sm">{contact ? t.questionsTo(contact) : t.questionsNowhere}</Text>
          <Text size="sm">{answer.public ? t.withPublicTask : t.withoutPublicTask}</Text>
        </div>
        {may("register.organisation") && (
          <ActButton label={t.organisationChange} submit={t.save} why={t.organisationWhy} act={async (filled) => {
            await ask("register.organisation", {
              name: filled("name"), contact: filled("contact"), reason: filled("reason"), public: filled("public") === "true",
            });
            again();
          }}>
            <TextInput name="name" label={t.name} defaultValue={name} />
            <TextInput name="contact" label={t.contact} defaultValue={contact} />
            <NativeSelect name="public" label={t.isPublic} defaultValue={String(answer.public)} data={[{ value: "true", label: t.yes }, { value: "false", label: t.no }]} />
            <TextInput name="reason" label={t.reasonOfPublic} />
          </ActButton>
        )}
      </Group>
    </Paper>
  );
}
