import type { Answer } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import type { Column } from "../../frame/ListPage";
import { poolTexts } from "./moreTexts";

/** Until when a candidate is kept. */
export type Kept = Answer<"hiring.pool">["candidates"][number];

export function whoIs(row: { code: string; name?: string }): string {
  return row.name ?? row.code;
}

export function useKeptColumns(): Column<Kept>[] {
  const t = useTexts(poolTexts);
  const { day } = useFormat();
  const onDay = (key: string, title: string, of: (row: Kept) => string | undefined): Column<Kept> => ({
    key, title, text: (row) => of(row) ?? "", whole: true,
    cell: (row) => {
      const value = of(row);
      return value && day(value);
    },
  });
  return [
    { key: "candidate", title: t.candidate, text: whoIs },
    { key: "vacancy", title: t.vacancy, text: (row) => row.vacancy_title },
    onDay("ended", t.ended, (row) => row.ended_on),
    onDay("consent", t.consentUntil, (row) => row.consent_until),
    onDay("erase", t.eraseOn, (row) => row.erase_on),
    onDay("asked", t.asked, (row) => row.erasure_asked_at),
  ];
}
