// One proposal, always the same anatomy: what, why (a bar that adds up, each reason with its source), not seen, decide, afterwards.
import { Badge, Button, Collapse, Group, Paper, Stack, Text, Textarea, Title, UnstyledButton } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useFormat, useTexts } from "./language";
import { proposalTexts } from "./proposalTexts";
import { type Evidence, Quote } from "./Quote";
import { Trouble } from "./Trouble";
import { useRun } from "./use";

export interface Reason {
  label: string;
  contribution: number;
  evidence: Evidence[];
  /** What the desk says of it besides, in a few marks. */
  aside?: ReactNode;
  /** Why, in a sentence. */
  why?: string;
  /** What one can do about it; shows with its sources. */
  more?: ReactNode;
}

export interface Choice {
  key: string;
  label: string;
  /** Why it cannot be chosen now, where it cannot. */
  whyNot?: string;
}

export interface Decided {
  outcome: string;
  by: string;
  at: string;
  reason: string;
}

interface ProposalSheetProps {
  what: string;
  score?: number;
  /** High risk: the score stays folded until a source was opened. */
  foldScore?: boolean;
  reasons: Reason[];
  limits: string[];
  /** What the desk calls what was not seen. */
  limitsTitle?: string;
  /** Opens the paper beside the proposal. */
  onOpenSource?: (evidence: Evidence) => void;
  decided?: Decided[];
  /** Equal buttons. None: the reader may not decide. */
  choices?: Choice[];
  reasonNeeded?: boolean;
  onDecide?: (choice: string, reason: string) => Promise<void>;
  /** Between the limits and the decision: what the desk adds. */
  children?: ReactNode;
}

export function ProposalSheet({ what, score, foldScore = false, reasons, limits, limitsTitle, onOpenSource, decided = [], choices = [], reasonNeeded = false, onDecide, children }: ProposalSheetProps) {
  const t = useTexts(proposalTexts);
  const [sawSource, setSawSource] = useState(false);
  const strongest = [...reasons].sort((a, b) => b.contribution - a.contribution);
  return (
    <Stack gap="md">
      <Title order={2}>{what}</Title>
      <section aria-label={t.why}>
        {score !== undefined && <Score reasons={strongest} score={score} isFolded={foldScore && !sawSource} />}
        <Stack gap={2} mt="xs">
          {strongest.map((reason, place) => (
            <ReasonRow key={`${place}-${reason.label}`} reason={reason} onOpen={() => setSawSource(true)} onOpenSource={onOpenSource} showNumber={!foldScore || sawSource} />
          ))}
        </Stack>
      </section>
      {limits.length > 0 && <Limits limits={limits} title={limitsTitle} />}
      {children}
      {choices.length > 0 && onDecide && <Decide choices={choices} reasonNeeded={reasonNeeded} onDecide={onDecide} />}
      {decided.length > 0 && <Afterwards decided={decided} />}
    </Stack>
  );
}

function Score({ reasons, score, isFolded }: { reasons: Reason[]; score: number; isFolded: boolean }) {
  const t = useTexts(proposalTexts);
  const { number } = useFormat();
  if (isFolded) return <Text size="sm" c="dimmed">{t.scoreFolded}</Text>;
  return (
    <>
      <div className="contributions" aria-hidden="true">
        {reasons.filter((reason) => reason.contribution > 0).map((reason, place) => (
          <span key={`${place}-${reason.label}`} style={{ width: `${Math.min(1, reason.contribution) * 100}%`, opacity: Math.max(0.35, 1 - place * 0.13) }} />
        ))}
      </div>
      <Text size="sm" c="dimmed" mt={4}>{t.score(number(score, 2))}</Text>
    </>
  );
}

function ReasonRow({ reason, showNumber, onOpen, onOpenSource }: { reason: Reason; showNumber: boolean; onOpen: () => void; onOpenSource?: (evidence: Evidence) => void }) {
  const t = useTexts(proposalTexts);
  const { number } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  function toggle() {
    if (!isOpen && reason.evidence.length > 0) onOpen();
    setIsOpen(!isOpen);
  }
  return (
    <div>
      <UnstyledButton className="reason" onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
        <span>{reason.label}</span>
        {reason.aside}
        <span className="grows" />
        {showNumber && <span className="numeric"><span className="unseen">{t.contribution} </span>{number(reason.contribution, 2)}</span>}
      </UnstyledButton>
      <Collapse in={isOpen} id={id}>
        {reason.why && <Text size="sm" px="xs" pb={4}>{reason.why}</Text>}
        {reason.evidence.length === 0 && !reason.why && <Text size="sm" c="dimmed" px="xs" pb="xs">{t.noSource}</Text>}
        {reason.evidence.map((evidence, place) => (
          <Quote key={place} evidence={evidence} onOpen={onOpenSource} />
        ))}
        {reason.more}
      </Collapse>
    </div>
  );
}

/** As prominent as the score: what was not looked at and cannot be known. */
export function Limits({ limits, title }: { limits: string[]; title?: string }) {
  const t = useTexts(proposalTexts);
  return (
    <Paper component="section" className="limits" p="sm" aria-label={title ?? t.limits}>
      <Text fw={700} size="sm">{title ?? t.limits}</Text>
      <ul>
        {limits.map((limit) => <li key={limit}>{limit}</li>)}
      </ul>
    </Paper>
  );
}

/** Equal buttons, and the reason in the person's own words. */
export function Decide({ title, reasonLabel, choices, reasonNeeded, onDecide }: { title?: string; reasonLabel?: string; choices: Choice[]; reasonNeeded: boolean; onDecide: (choice: string, reason: string) => Promise<void> }) {
  const t = useTexts(proposalTexts);
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const { busy, failure, run } = useRun();
  const blocked = choices.filter((choice) => choice.whyNot);
  async function choose(key: string) {
    if (reasonNeeded && !reason.trim()) return setIsMissing(true);
    setIsMissing(false);
    if (await run(() => onDecide(key, reason.trim()))) setReason("");
  }
  return (
    <section aria-label={title ?? t.decide}>
      {title && <Text fw={700} size="sm" mb={4}>{title}</Text>}
      <Textarea label={reasonLabel ?? t.reason} description={reasonNeeded ? t.reasonOwn : t.reasonOptional} autosize minRows={2} value={reason}
        error={isMissing ? t.reasonMissing : undefined} withAsterisk={reasonNeeded} onChange={(event) => setReason(event.currentTarget.value)} />
      <Trouble failure={failure} />
      <Group mt="sm" gap="xs">
        {choices.map((choice) => (
          <Button key={choice.key} variant="default" disabled={busy || choice.whyNot !== undefined} onClick={() => void choose(choice.key)}>{choice.label}</Button>
        ))}
        <Text size="xs" c="dimmed">{t.inLedger}</Text>
      </Group>
      {blocked.map((choice) => <Text key={choice.key} size="sm" mt="xs">{choice.label}: {choice.whyNot}</Text>)}
    </section>
  );
}

/** Who decided what and when. */
export function Afterwards({ decided, title }: { decided: Decided[]; title?: string }) {
  const t = useTexts(proposalTexts);
  const { moment } = useFormat();
  return (
    <section aria-label={title ?? t.afterwards}>
      <Text fw={700} size="sm" mb={4}>{title ?? t.afterwards}</Text>
      {decided.map((one) => (
        <div key={one.at}>
          <Group gap="xs"><Badge variant="default" tt="none">{one.outcome}</Badge><Text size="sm" c="dimmed">{t.decidedBy(one.by, moment(one.at))}</Text></Group>
          {one.reason && <Text size="sm" mt={4} className="own-words">{one.reason}</Text>}
        </div>
      ))}
    </section>
  );
}
