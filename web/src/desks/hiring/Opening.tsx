// A closed procedure that goes on, and a vacancy that colleagues may see.
import { Text, Textarea } from "@mantine/core";
import { ActButton, Outcome } from "../../forms/ActButton";
import { type Answer, ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";
import { openingTexts } from "./openingTexts";
import type { Vacancy } from "./VacancyPage";

export type Reopened = Answer<"hiring.reopen_vacancy">;

export function Reopen({ vacancy, onReopened }: { vacancy: Vacancy; onReopened: (answer: Reopened) => void }) {
  const t = useTexts(openingTexts);
  const { may } = useSession();
  if (!vacancy.may_reopen || !may("hiring.reopen_vacancy")) return null;
  return (
    <ActButton size="sm" label={t.reopen} why={t.reopenWhy} act={async (filled) => {
      onReopened(await ask("hiring.reopen_vacancy", { vacancy: vacancy.row.vacancy, version: vacancy.version, reason: filled("reason") ?? "" }));
    }}>
      <Textarea name="reason" label={t.reason} required autosize minRows={2} maxRows={8} />
    </ActButton>
  );
}

/** What reopening came to, candidate by candidate. */
export function ReopenedOutcome({ answer }: { answer: Reopened }) {
  const t = useTexts(openingTexts);
  const { day } = useFormat();
  return (
    <Outcome>
      <Text size="sm">{t.reopened}</Text>
      {answer.erasures.length > 0 && <Text size="sm" mt="xs">{t.keptAgain}</Text>}
      {answer.erasures.length > 0 && (
        <ul>
          {answer.erasures.map((one) => (
            <Text component="li" size="sm" key={one.application}>{t.moved(one.code, one.was && day(one.was), one.is && day(one.is))}</Text>
          ))}
        </ul>
      )}
      {answer.gone > 0 && <Text size="sm">{t.gone(answer.gone)}</Text>}
    </Outcome>
  );
}

/** When the procedure went on after it was closed, and why. */
export function Reopenings({ vacancy }: { vacancy: Vacancy }) {
  const t = useTexts(openingTexts);
  const { day } = useFormat();
  if (vacancy.reopenings.length === 0) return null;
  return (
    <ul className="reopenings">
      {vacancy.reopenings.map((one) => (
        <Text component="li" size="sm" key={one.at} className="own-words">{t.wentOn(day(one.closed_on), day(one.at), one.by)} {one.reason}</Text>
      ))}
    </ul>
  );
}

export function ToColleagues({ vacancy, again }: { vacancy: Vacancy; again: () => void }) {
  const t = useTexts(openingTexts);
  const { may } = useSession();
  const { row, version } = vacancy;
  if (!vacancy.may_edit || !row.frozen_at || !may("hiring.open_to_colleagues")) return null;
  const open = row.colleagues_since === undefined;
  return (
    <ActButton size="sm" label={open ? t.open : t.takeBack} why={open ? t.openWhy : t.takeBackWhy} act={async () => {
      await ask("hiring.open_to_colleagues", { vacancy: row.vacancy, version, open });
      again();
    }} />
  );
}
