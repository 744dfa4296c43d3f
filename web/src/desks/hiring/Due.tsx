import { Text } from "@mantine/core";
import { useState } from "react";
import { ActButton, Outcome } from "../../forms/ActButton";
import { ask } from "../../frame/client";
import { askLong } from "../../frame/jobs";
import { useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { type Kept, useKeptColumns, whoIs } from "./keptColumns";
import { poolTexts } from "./moreTexts";

/** Applicants whose period is over, or who asked to be erased. */
export default function Due() {
  const t = useTexts(poolTexts);
  const { may } = useSession();
  const columns = useKeptColumns();
  const [turn, setTurn] = useState(0);
  const [outcome, setOutcome] = useState<string>();
  const tell = (what: string) => {
    setOutcome(what);
    setTurn((before) => before + 1);
  };
  const erase = {
    key: "actions", title: t.actions, text: () => "", onPageOnly: true,
    cell: (row: Kept) => (
      <ActButton label={t.erase} title={t.eraseOf(whoIs(row))} why={t.eraseWhy} act={async () => {
        const { code, nothing_left } = await ask("hiring.erase_candidate", { application: row.application });
        tell(nothing_left ? t.erased(code) : t.notAll(code));
      }} />
    ),
  };
  const eraseAll = may("hiring.erase_due") && (
    <ActButton label={t.eraseDue} why={t.eraseDueWhy} act={async () => {
      const { erased, left } = (await askLong("hiring.erase_due", {}, t.eraseDue)) as { erased: number; left: number };
      tell(t.erasedDue(erased, left));
    }} />
  );
  return (
    <PageFrame title={t.due} lead={t.dueLead} actions={eraseAll}>
      {outcome && <Outcome><Text size="sm">{outcome}</Text></Outcome>}
      <ListPage<Kept>
        name={t.due}
        turn={turn}
        columns={may("hiring.erase_candidate") ? [...columns, erase] : columns}
        load={async (_, after, signal) => {
          const { candidates, next } = await ask("hiring.due", { after }, { signal });
          return { rows: candidates, next };
        }}
        keyOf={(row) => row.application}
        empty={t.dueEmpty}
      />
    </PageFrame>
  );
}
