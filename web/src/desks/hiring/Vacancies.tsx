import { Button } from "@mantine/core";
import { Link } from "react-router-dom";
import { type Answer, ask, type Input } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { type Column, ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { hiringTexts } from "./texts";

type Row = Answer<"hiring.vacancies">["vacancies"][number];

export default function Vacancies() {
  const t = useTexts(hiringTexts);
  const { may } = useSession();
  const columns: Column<Row>[] = [
    { key: "title", title: t.title, text: (row) => row.title },
    { key: "unit", title: t.unit, text: (row) => row.unit_name ?? "" },
    { key: "state", title: t.state, text: (row) => t.states[row.state] },
    { key: "candidates", title: t.candidates, text: (row) => row.candidates, numeric: true },
    { key: "undecided", title: t.undecided, text: (row) => row.undecided, numeric: true },
  ];
  const states = Object.entries(t.states).map(([value, label]) => ({ value, label }));
  return (
    <PageFrame title={t.vacancies} lead={t.vacanciesLead}
      actions={may("hiring.add_vacancy") && <Button component={Link} to="/hiring/new">{t.newVacancy}</Button>}>
      <ListPage
        name={t.vacancies}
        columns={columns}
        filters={[{ name: "text", kind: "search", label: t.search }, { name: "state", kind: "choice", label: t.state, options: states }]}
        load={async ({ text, state }, after, signal) => {
          const input = { text, state: state as Input<"hiring.vacancies">["state"], after, limit: 50 };
          const { vacancies, next } = await ask("hiring.vacancies", input, { signal });
          return { rows: vacancies, next };
        }}
        keyOf={(row) => row.vacancy}
        linkOf={(row) => `/hiring/vacancies/${row.vacancy}`}
        empty={t.noVacancies}
      />
    </PageFrame>
  );
}
