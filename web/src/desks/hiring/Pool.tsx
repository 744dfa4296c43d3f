import { useState } from "react";
import { ActButton } from "../../forms/ActButton";
import { ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { type Kept, useKeptColumns, whoIs } from "./keptColumns";
import { poolTexts } from "./moreTexts";

/** Who may be kept after the procedure, because they said so. */
export default function Pool() {
  const t = useTexts(poolTexts);
  const { may } = useSession();
  const columns = useKeptColumns();
  const [turn, setTurn] = useState(0);
  const withdraw = {
    key: "actions", title: t.actions, text: () => "", onPageOnly: true,
    cell: (row: Kept) => (
      <ActButton label={t.withdraw} title={t.withdrawOf(whoIs(row))} why={t.withdrawWhy} act={async () => {
        await ask("hiring.withdraw_consent", { application: row.application });
        setTurn((before) => before + 1);
      }} />
    ),
  };
  return (
    <PageFrame title={t.pool} lead={t.poolLead}>
      <ListPage<Kept>
        name={t.pool}
        turn={turn}
        columns={may("hiring.withdraw_consent") ? [...columns, withdraw] : columns}
        load={async (_, after, signal) => {
          const { candidates, next } = await ask("hiring.pool", { after }, { signal });
          return { rows: candidates, next };
        }}
        keyOf={(row) => row.application}
        linkOf={may("hiring.candidate") ? (row) => `/hiring/candidates/${row.application}` : undefined}
        empty={t.poolEmpty}
      />
    </PageFrame>
  );
}
