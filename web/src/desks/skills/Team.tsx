import { type Answer, ask, type Input } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { personTexts } from "./texts";

type Row = Answer<"skills.team">["people"][number];

export default function Team() {
  const t = useTexts(personTexts);
  return (
    <PageFrame title={t.team} lead={t.teamLead}>
      <ListPage<Row>
        name={t.team}
        filters={[{ name: "unit", kind: "search", label: t.unit }]}
        columns={[
          { key: "name", title: t.name, text: (row) => row.name },
          { key: "skills", title: t.skills, text: (row) => row.skills.map((one) => (one.level ? `${one.label} (${t.levels[one.level]})` : one.label)).join(", ") || t.none },
        ]}
        load={async (filters, after, signal) => {
          const { people, next } = await ask("skills.team", { ...filters, after, limit: 100 } as Input<"skills.team">, { signal });
          return { rows: people, next };
        }}
        keyOf={(row) => row.person}
        linkOf={(row) => `/skills/people/${row.person}`}
        empty={t.teamEmpty}
      />
    </PageFrame>
  );
}
