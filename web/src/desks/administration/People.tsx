import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { ActButton } from "../../forms/ActButton";
import { type Answer, ask, type Input } from "../../frame/client";
import { fetchFile } from "../../frame/files";
import { useFormat, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { useAnswer } from "../../frame/use";
import { peopleTexts } from "./texts";

type Row = Answer<"administration.list_people">["people"][number];
type Asked = Input<"administration.list_people">;

export default function People() {
  const t = useTexts(peopleTexts);
  const { day } = useFormat();
  const { may } = useSession();
  const units = useAnswer("administration.list_units", {}).answer?.units ?? [];
  return (
    <PageFrame title={t.title} lead={t.lead} actions={may("administration.export") && <Export />}>
      <ListPage<Row>
        name={t.list}
        filters={[
          { name: "text", kind: "search", label: t.search },
          { name: "unit", kind: "choice", label: t.unit, options: units.map(({ code, name }) => ({ value: code, label: name })) },
          { name: "as_of", kind: "day", label: t.asOf },
          { name: "whom", kind: "choice", label: t.whom, options: [{ value: "in_service", label: t.inService }, { value: "ever", label: t.ever }] },
        ]}
        columns={[
          { key: "name", title: t.name, text: (row) => row.name },
          { key: "number", title: t.number, text: (row) => row.personnel_number },
          { key: "function", title: t.function, text: (row) => row.function },
          { key: "unit", title: t.unit, text: (row) => row.unit },
          { key: "hours", title: t.hours, text: (row) => row.hours ?? "", numeric: true },
          { key: "begin", whole: true, title: t.begin, text: (row) => row.begin ?? "", cell: (row) => row.begin && day(row.begin) },
          { key: "manager", title: t.manager, text: (row) => row.manager },
        ]}
        load={async ({ unit, as_of, text, whom }, after, signal) => {
          const input = { text, as_of, whom, after, limit: 100, ...(unit && { units: [unit] }) } as Asked;
          const { people, next } = await ask("administration.list_people", input, { signal });
          return { rows: people, next };
        }}
        keyOf={(row) => row.person + row.unit + row.function}
        linkOf={may("administration.show_person") ? (row) => `/people/${row.person}` : undefined}
        empty={t.empty}
      />
    </PageFrame>
  );
}

function Export() {
  const t = useTexts(peopleTexts);
  return (
    <ActButton label={t.export} submit={t.make} why={t.exportWhy} act={async (filled) => {
      const what = filled("what") as Input<"administration.export">["what"];
      const name = `${what}${filled("format") ?? ".xlsx"}`;
      const { file } = await ask("administration.export", {
        what, file: name, as_of: filled("as_of"), with_bsn: filled("bsn") !== undefined, with_iban: filled("iban") !== undefined,
      });
      await fetchFile(file, name);
    }}>
      <NativeSelect name="what" label={t.what} data={[{ value: "people", label: t.whatPeople }, { value: "contracts", label: t.whatContracts }, { value: "units", label: t.whatUnits }]} />
      <NativeSelect name="format" label={t.format} data={[{ value: ".xlsx", label: "XLSX" }, { value: ".csv", label: "CSV" }]} />
      <TextInput name="as_of" type="date" label={t.asOf} />
      <Checkbox name="bsn" label={t.bsn} />
      <Checkbox name="iban" label={t.iban} />
    </ActButton>
  );
}
