import { Alert, Anchor, Paper, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { type Answer, ask } from "../../frame/client";
import { pageOfProposal, useDesks } from "../../frame/desk";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Afterwards, Decide, Limits, ProposalSheet } from "../../frame/ProposalSheet";
import { proposalTexts } from "../../frame/proposalTexts";
import { proposing } from "../../generated/proposing";
import { Trouble } from "../../frame/Trouble";
import { useAnswer } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { everyoneTexts } from "./texts";

type Kept = Answer<"proposals.show">;
type Outcome = "accepted" | "amended" | "declined";

export default function ProposalPage() {
  const { id = "" } = useParams();
  const t = useTexts(everyoneTexts);
  const { answer, failure, again } = useAnswer("proposals.show", { proposal: id });
  if (failure) return <PageFrame title={t.proposal}><Trouble failure={failure} again={again} /></PageFrame>;
  if (!answer) return <Waiting />;
  return <Shown kept={answer} again={again} />;
}

function Shown({ kept, again }: { kept: Kept; again: () => void }) {
  const t = useTexts(everyoneTexts);
  const p = useTexts(proposalTexts);
  const { moment, day } = useFormat();
  const { proposal, decision } = kept;
  const path = pageOfProposal(useDesks(), kept);
  const atDesk = path.startsWith("/proposals/") ? undefined : path;
  const outcomes: Record<Outcome, string> = { accepted: p.accepted, amended: p.amendedDone, declined: p.declined };
  const isHigh = proposing[proposal.operation]?.risk === "high";
  const decided = decision ? [{ outcome: outcomes[decision.outcome], by: decision.mine ? t.you : decision.by, at: decision.at, reason: decision.reason }] : [];
  return (
    <PageFrame title={kept.title} lead={t.madeOn(moment(kept.made_at), day(kept.expires_at))}>
      <Stack gap="md" maw={760}>
        {proposal.findings.map((finding, place) => (
          <Paper key={place} withBorder p="md">
            <ProposalSheet what={finding.label} score={finding.score} foldScore={isHigh && !decision} reasons={finding.reasons} limits={[]} />
          </Paper>
        ))}
        <Limits limits={proposal.limits} />
        {kept.mine_to_decide && proposal.status === "open" && (atDesk ? <AtDesk path={atDesk} /> : <Deciding kept={kept} again={again} />)}
        {!kept.mine_to_decide && proposal.status === "open" && <Alert variant="default">{t.notYours}</Alert>}
        {decided.length > 0 && <Paper withBorder p="md"><Afterwards decided={decided} /></Paper>}
      </Stack>
    </PageFrame>
  );
}

function AtDesk({ path }: { path: string }) {
  const t = useTexts(everyoneTexts);
  return <Alert variant="default">{t.decideAtDesk} <Anchor component={Link} to={path}>{t.toDesk}</Anchor></Alert>;
}

function Deciding({ kept, again }: { kept: Kept; again: () => void }) {
  const t = useTexts(everyoneTexts);
  const p = useTexts(proposalTexts);
  const [made, setMade] = useState("");
  const reasonNeeded = proposing[kept.proposal.operation]?.oversight === "decide_each_with_reason";
  const choices = [
    { key: "accepted", label: p.accept },
    { key: "amended", label: p.amend, whyNot: made.trim() ? undefined : t.amendFirst },
    { key: "declined", label: p.decline },
  ];
  async function decide(outcome: string, reason: string) {
    const amended = outcome === "amended" ? { words: made.trim() } : undefined;
    await ask("proposals.decide", { proposal: kept.id, outcome: outcome as Outcome, reason, amended });
    again();
  }
  return (
    <Paper withBorder p="md">
      <Textarea label={t.whatYouMakeOfIt} description={t.whatYouMakeOfItHint} autosize minRows={2} mb="sm" value={made}
        onChange={(event) => setMade(event.currentTarget.value)} />
      <Decide choices={choices} reasonNeeded={reasonNeeded} onDecide={decide} />
    </Paper>
  );
}
