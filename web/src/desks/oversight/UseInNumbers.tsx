import { type Answer, ask, type Input } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { useAnswer } from "../../frame/use";
import { Following } from "./Following";
import { numbersTexts } from "./texts";

type Row = Answer<"oversight.use">["operations"][number];
const counts = ["read", "proposal", "decision", "act", "refusal"] as const;

export default function UseInNumbers() {
  const t = useTexts(numbersTexts);
  const { may } = useSession();
  const register = useAnswer("register.list", may("register.list") ? { limit: 200 } : undefined).answer;
  const titles = new Map(register?.uses.map(({ use, title }) => [use, title]));
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <Following titles={(operation) => titles.get(operation) ?? operation} />
      <ListPage<Row>
        name={t.list}
        filters={[
          { name: "from", kind: "day", label: t.from },
          { name: "to", kind: "day", label: t.to },
        ]}
        columns={[
          { key: "title", title: t.operation, text: (row) => row.title || row.operation },
          ...counts.map((name) => ({ key: name, title: t[name], text: (row: Row) => row[name], numeric: true })),
          { key: "actors", title: t.actors, text: (row) => row.actors ?? t.fewer, numeric: true },
        ]}
        load={async (filters, _, signal) => ({ rows: (await ask("oversight.use", filters as Input<"oversight.use">, { signal })).operations })}
        keyOf={(row) => row.operation}
        empty={t.empty}
      />
    </PageFrame>
  );
}
