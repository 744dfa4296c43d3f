import { ask } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { type Kept, useKeptColumns } from "./keptColumns";
import { poolTexts } from "./moreTexts";

/** Applicants of whom something is kept, for who answers their questions about it. */
export default function KeptOf() {
  const t = useTexts(poolTexts);
  const columns = useKeptColumns();
  return (
    <PageFrame title={t.keptOf} lead={t.keptLead}>
      <ListPage<Kept>
        name={t.keptOf}
        columns={columns}
        filters={[{ name: "text", kind: "search", label: t.keptSearch }]}
        load={async ({ text }, after, signal) => {
          const { candidates, next } = await ask("hiring.kept", { text, after }, { signal });
          return { rows: candidates, next };
        }}
        keyOf={(row) => row.application}
        linkOf={(row) => `/hiring/kept/${row.application}`}
        empty={t.keptEmpty}
      />
    </PageFrame>
  );
}
