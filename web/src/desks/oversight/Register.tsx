import { List, NativeSelect, Paper, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router-dom";
import { ActButton, Outcome } from "../../forms/ActButton";
import { choices, type Risk, riskWords, stateWords } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
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
  const { may } = useSession();
  return (
    <PageFrame title={t.title} lead={t.lead} actions={may("register.organisation") && <Organisation />}>
      <Waiting />
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
          const input = { risk, state, closed: closed === "true", after, limit: 100 } as Filters;
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

function Organisation() {
  const t = useTexts(registerTexts);
  const [saved, setSaved] = useState<Answer<"register.organisation">>();
  return (
    <>
      {saved && <Outcome>{t.organisationSaved(saved.name, saved.contact, saved.public)}</Outcome>}
      <ActButton
        label={t.organisation}
        submit={t.save}
        why={t.organisationWhy}
        act={async (filled) => {
          const isPublic = filled("public");
          setSaved(await ask("register.organisation", {
            name: filled("name"), contact: filled("contact"), reason: filled("reason"), ...(isPublic && { public: isPublic === "true" }),
          }));
        }}
      >
        <TextInput name="name" label={t.name} />
        <TextInput name="contact" label={t.contact} />
        <NativeSelect name="public" label={t.isPublic} data={[{ value: "", label: t.asIs }, { value: "true", label: t.yes }, { value: "false", label: t.no }]} />
        <TextInput name="reason" label={t.reason} />
      </ActButton>
    </>
  );
}
