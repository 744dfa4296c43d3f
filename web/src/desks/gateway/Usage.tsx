import { type Answer, ask, type Input } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { euros } from "./money";
import { usageTexts } from "./numbersTexts";
import { GENERAL } from "./words";

type Row = Answer<"gateway.usage">["rows"][number];

/** Of fewer than five people together, as the server has them. */
const OTHERS = "*";

export default function Usage() {
  const t = useTexts(usageTexts);
  const { number } = useFormat();
  const counted = (count: number | undefined, digits = 0) => (count === undefined ? t.fewer : number(count, digits));
  const purpose = (name: string) => (name === OTHERS ? t.others : name === GENERAL ? t.general : name);
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <ListPage<Row>
        name={t.list}
        filters={[{ name: "from", kind: "day", label: t.from }, { name: "before", kind: "day", label: t.before }]}
        columns={[
          { key: "purpose", title: t.purpose, text: (row) => purpose(row.purpose) },
          { key: "model", title: t.model, text: (row) => (row.model === OTHERS ? "–" : row.model) },
          { key: "requests", title: t.requests, text: (row) => row.requests, numeric: true },
          { key: "people", title: t.people, text: (row) => row.people ?? t.fewer, numeric: true },
          { key: "tokens_in", title: t.tokensIn, text: (row) => row.tokens_in ?? t.fewer, cell: (row) => counted(row.tokens_in), numeric: true },
          { key: "tokens_out", title: t.tokensOut, text: (row) => row.tokens_out ?? t.fewer, cell: (row) => counted(row.tokens_out), numeric: true },
          {
            key: "micros", title: t.cost, numeric: true, text: (row) => (row.micros === undefined ? t.fewer : euros(row.micros)),
            cell: (row) => counted(row.micros === undefined ? undefined : euros(row.micros), 2),
          },
          { key: "replaced", title: t.replaced, text: (row) => row.replaced ?? t.fewer, cell: (row) => counted(row.replaced), numeric: true },
        ]}
        load={async (filters, _, signal) => ({ rows: (await ask("gateway.usage", filters as Input<"gateway.usage">, { signal })).rows })}
        keyOf={(row) => `${row.purpose} ${row.model}`}
        empty={t.empty}
      />
    </PageFrame>
  );
}
