import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActButton } from "../../forms/ActButton";
import { ChooseFile, useChosenFile } from "../../forms/ChooseFile";
import { choices, type DocumentKind, documentKindWords } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { upload } from "../../frame/files";
import { useFormat, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { ReaderFields, readersOf } from "./Readers";
import { libraryTexts } from "./texts";

type Row = Answer<"library.list">["documents"][number];

export default function Library() {
  const t = useTexts(libraryTexts);
  const kinds = useTexts(documentKindWords);
  const { day } = useFormat();
  const { may } = useSession();
  const [turn, setTurn] = useState(0);
  return (
    <PageFrame title={t.title} lead={t.lead} actions={may("library.add") && <Add added={() => setTurn((before) => before + 1)} />}>
      <ListPage<Row>
        name={t.list}
        turn={turn}
        filters={[
          { name: "text", kind: "search", label: t.search },
          { name: "kind", kind: "choice", label: t.kind, options: choices(kinds) },
          { name: "as_of", kind: "day", label: t.asOf },
        ]}
        columns={[
          { key: "title", title: t.name, text: (row) => row.title },
          { key: "kind", title: t.kind, text: (row) => kinds[row.kind] },
          { key: "unit", title: t.unit, text: (row) => row.unit || t.everywhere },
          { key: "number", title: t.version, text: (row) => row.number ?? "", numeric: true },
          { key: "begin", whole: true, title: t.begin, text: (row) => row.begin ?? "", cell: (row) => row.begin && day(row.begin) },
          { key: "readable", title: t.readable, text: (row) => (row.readable ? t.yes : t.no) },
        ]}
        load={async (filters, after, signal) => {
          const { documents, next } = await ask("library.list", { ...filters, after, limit: 100 } as Input<"library.list">, { signal });
          return { rows: documents, next };
        }}
        keyOf={(row) => row.document}
        linkOf={(row) => `/library/${row.document}`}
        empty={may("library.add") ? t.emptyYours : t.empty}
      />
    </PageFrame>
  );
}

function Add({ added }: { added: () => void }) {
  const t = useTexts(libraryTexts);
  const kinds = useTexts(documentKindWords);
  const file = useChosenFile();
  return (
    <ActButton label={t.add} why={t.addWhy} variant="filled" act={async (filled) => {
      await ask("library.add", {
        file: await upload(file.needed()), title: filled("title"), kind: filled("kind") as DocumentKind, from: filled("from"), ...readersOf(filled),
      });
      file.clear();
      added();
    }}>
      <ChooseFile label={t.file} {...file.field} required />
      <TextInput name="title" label={t.titleField} />
      <NativeSelect name="kind" label={t.kind} data={choices(kinds)} />
      <TextInput name="from" type="date" label={t.from} />
      <ReaderFields />
    </ActButton>
  );
}
