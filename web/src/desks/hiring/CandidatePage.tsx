import "./hiring.css";
import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { ActButton } from "../../forms/ActButton";
import { type Answer, ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Afterwards, type Choice, Decide, ProposalSheet } from "../../frame/ProposalSheet";
import type { Evidence } from "../../frame/Quote";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { CandidateConsent } from "./CandidateConsent";
import { CandidateLink } from "./CandidateLink";
import { CandidatePerson } from "./CandidatePerson";
import { CompareWith } from "./CompareWith";
import { MetLegend, MetMark } from "./MetMark";
import { Notes } from "./Notes";
import { OtherVacancies } from "./OtherVacancies";
import { Papers } from "./Papers";
import { Questions } from "./Questions";
import { hiringTexts } from "./texts";
import { WhyNotFound } from "./WhyNotFound";

export type Candidate = Answer<"hiring.candidate">;
type Verdict = Candidate["decisions"][number]["verdict"];
const VERDICTS: Verdict[] = ["invite", "hold", "turn_down"];

/** One candidate: the proposal, and beside it the papers with the sentence marked. */
export default function CandidatePage() {
  const { id = "" } = useParams();
  const t = useTexts(hiringTexts);
  const { answer, failure, again } = useAnswer("hiring.candidate", { application: id });
  if (failure) return <PageFrame title={t.candidate}><Trouble failure={failure} again={again} /></PageFrame>;
  if (!answer) return <Waiting />;
  return <Shown key={id} candidate={answer} again={again} />;
}

function Shown({ candidate, again }: { candidate: Candidate; again: () => void }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const [source, setSource] = useState<Evidence>();
  const who = candidate.name ?? candidate.code;
  const lead = <Anchor component={Link} to={`/hiring/vacancies/${candidate.vacancy}`}>{candidate.vacancy_title}</Anchor>;
  return (
    <PageFrame title={who} lead={lead} actions={
      <>
        {may("hiring.matrix") && <CompareWith candidate={candidate} />}
        {may("hiring.make_link") && <CandidateLink application={candidate.application} />}
        {may("hiring.consent") && <CandidateConsent application={candidate.application} />}
        {may("hiring.link_person") && !candidate.names_hidden && <CandidatePerson application={candidate.application} />}
      </>
    }>
      <Group gap="xs" mb="md">
        <Badge variant="default" tt="none" fw={500}>{t.groups[candidate.group]}</Badge>
        {candidate.stage && <Badge variant="default" tt="none" fw={500}>{t.stages[candidate.stage]}</Badge>}
        {candidate.names_hidden && <Badge variant="default" tt="none" fw={500}>{t.namesHidden}</Badge>}
        <Badge className="caution" variant="default" tt="none" fw={500}>{t.highRisk}</Badge>
      </Group>
      <div className="beside">
        <Stack gap="md">
          <Paper withBorder p="md"><Proposal candidate={candidate} again={again} onOpenSource={setSource} /></Paper>
          <Views candidate={candidate} again={again} />
          <Questions candidate={candidate} again={again} />
          <Notes candidate={candidate} again={again} />
          {may("hiring.candidate_vacancies") && candidate.group !== "own_view_first" && <OtherVacancies application={candidate.application} />}
          <History candidate={candidate} />
        </Stack>
        <Papers candidate={candidate} source={source} />
      </div>
    </PageFrame>
  );
}

function Proposal({ candidate, again, onOpenSource }: { candidate: Candidate; again: () => void; onOpenSource: (evidence: Evidence) => void }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const { day } = useFormat();
  const matching = useRun();
  if (candidate.group === "own_view_first") return <Text size="sm">{t.ownViewFirst}</Text>;
  if (candidate.reasons.length === 0) {
    const match = () => matching.run(async () => {
      await ask("hiring.match", { application: candidate.application });
      again();
    });
    return (
      <>
        <Text size="sm" mb="sm">{t.groups.unmatched}. {candidate.closed_on && t.closedSince(day(candidate.closed_on))}</Text>
        <Trouble failure={matching.failure} />
        {may("hiring.match") && !candidate.closed_on && <Button variant="default" loading={matching.busy} onClick={() => void match()}>{t.match}</Button>}
      </>
    );
  }
  const countOf = (met: string) => candidate.reasons.filter((reason) => reason.met === met).length;
  const unknown = candidate.reasons.filter(({ met }) => met === "unknown");
  const decided = candidate.decisions.flatMap(({ verdict, reopened, ...one }) => [{ ...one, outcome: t.decided[verdict] }, ...(reopened ? [{ ...reopened, outcome: t.reopened }] : [])]);
  async function decide(verdict: string, reason: string) {
    await ask("hiring.decide", { application: candidate.application, verdict: verdict as Verdict, reason });
    again();
  }
  return (
    <ProposalSheet
      what={t.sentence(countOf("yes"), candidate.reasons.length, countOf("partly"))}
      score={candidate.score}
      foldScore={decided.length === 0 || candidate.may_decide}
      reasons={candidate.reasons.map((reason) => ({
        label: reason.label,
        contribution: reason.contribution,
        evidence: reason.evidence,
        aside: <>
          <MetMark met={reason.met} size={16} />
          <span className="kind">{reason.kind === "wish" ? t.wish : t.must}</span>
          {reason.later && <span className="kind">{t.later}</span>}
          {reason.thin && <span className="kind">{t.thin}</span>}
        </>,
        why: reason.why,
        more: reason.met !== "yes" && <WhyNotFound application={candidate.application} requirement={reason.requirement} label={reason.label} />,
      }))}
      limits={unknown.length > 0 ? [`${unknown.map(({ label }) => label).join(", ")}: ${t.met.unknown}.`, ...candidate.limits] : candidate.limits}
      limitsTitle={unknown.length > 0 ? t.notInCv : t.notInCvNone}
      onOpenSource={onOpenSource}
      choices={candidate.may_decide ? choicesOf(candidate, t) : []}
      reasonNeeded
      onDecide={decide}
      decided={decided}
    >
      <MetLegend />
      {candidate.closed_on && <Text size="sm">{t.closedSince(day(candidate.closed_on))}</Text>}
      {candidate.may_reopen && may("hiring.reopen_decision") && <Reopen candidate={candidate} again={again} />}
    </ProposalSheet>
  );
}

/** The decision that was taken stays on record; a new one follows it. */
function Reopen({ candidate, again }: { candidate: Candidate; again: () => void }) {
  const t = useTexts(hiringTexts);
  return (
    <div>
      <ActButton label={t.reopen} why={t.reopenWhy} act={async (filled) => {
        await ask("hiring.reopen_decision", { application: candidate.application, reason: filled("reason") ?? "" });
        again();
      }}>
        <Textarea name="reason" label={t.reopenReason} required autosize minRows={2} />
      </ActButton>
    </div>
  );
}

function choicesOf(candidate: Candidate, t: { verdicts: Record<Verdict, string>; questionsFirst: (labels: string) => string }): Choice[] {
  const ask_ = candidate.questions_first;
  return VERDICTS.map((key) => ({ key, label: t.verdicts[key], whyNot: key === "turn_down" && ask_.length > 0 ? t.questionsFirst(ask_.join(", ")) : undefined }));
}

function Views({ candidate, again }: { candidate: Candidate; again: () => void }) {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const canGive = may("hiring.give_view") && !candidate.closed_on && !candidate.may_decide && candidate.decisions.length === 0 && !candidate.views.some(({ mine }) => mine);
  if (candidate.views.length === 0 && !canGive && !candidate.views_hidden) return null;
  async function give(verdict: string, reason: string) {
    await ask("hiring.give_view", { application: candidate.application, verdict: verdict as Verdict, reason });
    again();
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={t.views}>
      {candidate.views_hidden && <Alert variant="default" mb="sm">{t.viewsHidden}</Alert>}
      {candidate.views.length > 0 && <Afterwards title={t.views} decided={candidate.views.map(({ verdict, ...one }) => ({ ...one, outcome: t.verdicts[verdict] }))} />}
      {canGive && <Decide title={t.giveView} reasonLabel={t.viewReason} choices={VERDICTS.map((key) => ({ key, label: t.verdicts[key] }))} reasonNeeded onDecide={give} />}
    </Paper>
  );
}

function History({ candidate }: { candidate: Candidate }) {
  const t = useTexts(hiringTexts);
  const { day, moment } = useFormat();
  // The hour could tell who it is: while names are hidden the server gives the day alone.
  const when = candidate.names_hidden ? day : moment;
  if (candidate.history.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t.history}>
      <Text fw={700} size="sm" mb={4}>{t.history}</Text>
      <ul className="plain">{candidate.history.map(({ stage, at, by }) => <li key={at}>{when(at)}: {t.stages[stage]} ({by})</li>)}</ul>
    </Paper>
  );
}
