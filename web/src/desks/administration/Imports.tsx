import { Button, List, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router-dom";
import { ActButton, Outcome } from "../../forms/ActButton";
import { type Answer, ask } from "../../frame/client";
import { useFormat, useLanguage, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { importTexts } from "./texts";

type Run = Answer<"administration.imports">["runs"][number];
type Undone = Answer<"administration.undo_import">;

const parts = ["people", "contracts", "units", "managers"] as const;
const sum = (run: Run, count: "created" | "changed") => parts.reduce((all, part) => all + run[part][count], 0);

export default function Imports() {
  const t = useTexts(importTexts);
  const { moment } = useFormat();
  const { may } = useSession();
  const [turn, setTurn] = useState(0);
  const [undone, setUndone] = useState<Undone>();
  const begin = may("administration.import") && <Button component={Link} to="/imports/new" size="xs">{t.begin}</Button>;
  return (
    <PageFrame title={t.title} lead={t.lead} actions={begin}>
      {undone && <Undoing of={undone} />}
      <ListPage<Run>
        name={t.list}
        turn={turn}
        columns={[
          { key: "at", whole: true, title: t.at, text: (row) => row.at, cell: (row) => moment(row.at) },
          { key: "file", title: t.file, text: (row) => row.file_name },
          { key: "by", title: t.by, text: (row) => row.by || t.atServer },
          { key: "rows", title: t.rows, text: (row) => row.rows, numeric: true },
          { key: "created", title: t.created, text: (row) => sum(row, "created"), numeric: true },
          { key: "changed", title: t.changed, text: (row) => sum(row, "changed"), numeric: true },
          {
            key: "undo", title: t.actions, text: (row) => row.undone_at ?? "",
            cell: (row) => row.undone_at ? `${t.undone}, ${moment(row.undone_at)}` : row.can_be_undone && may("administration.undo_import") && (
              <ActButton label={t.undo} why={t.undoWhy} act={async () => {
                setUndone(await ask("administration.undo_import", { run: row.id }));
                setTurn((before) => before + 1);
              }} />
            ),
          },
        ]}
        load={async (_, after, signal) => {
          const { runs, next } = await ask("administration.imports", { after }, { signal });
          return { rows: runs, next };
        }}
        keyOf={(row) => row.id}
        empty={t.empty}
      />
    </PageFrame>
  );
}

function Undoing({ of: { undone, taken_back, restored, refusals } }: { of: Undone }) {
  const t = useTexts(importTexts);
  const { language } = useLanguage();
  return (
    <Outcome>
      <Text size="sm">{undone ? t.undoDone(taken_back, restored) : t.undoNot}</Text>
      <List size="sm">{refusals.map((one) => <List.Item key={one.key}>{one.key}: {language === "nl" ? one.reason_nl : one.reason_en}</List.Item>)}</List>
    </Outcome>
  );
}
