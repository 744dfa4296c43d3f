import { Code, List, Text } from "@mantine/core";
import { useState } from "react";
import { ActButton, Outcome } from "../../forms/ActButton";
import { ChooseFile } from "../../forms/ChooseFile";
import { choices, entryKindWords } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { upload } from "../../frame/files";
import { useFormat, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { useAnswer } from "../../frame/use";
import { ledgerTexts } from "./texts";

interface Row extends Entry {
  by: string;
}
type Entry = Answer<"oversight.search_ledger">["entries"][number];
/** As many as one question gives, to choose from. */
const MOST_ACCOUNTS = 500;

type Verified = Answer<"oversight.verify_ledger">;

export default function Ledger() {
  const t = useTexts(ledgerTexts);
  const kinds = useTexts(entryKindWords);
  const { moment } = useFormat();
  const { may } = useSession();
  const [verified, setVerified] = useState<Verified>();
  const accounts = useAnswer("administration.list_accounts", may("administration.list_accounts") ? { limit: MOST_ACCOUNTS } : undefined).answer?.accounts ?? [];
  const words: Record<string, string> = { "local operator": t.atTerminal, link: t.byLink };
  const [heads, setHeads] = useState<File | null>(null);
  const verify = may("oversight.verify_ledger") && (
    <ActButton label={t.verify} act={async () => setVerified(await ask("oversight.verify_ledger", heads ? { exported: await upload(heads) } : {}))}>
      <ChooseFile label={t.heads} value={heads} onChange={setHeads} />
    </ActButton>
  );
  return (
    <PageFrame title={t.title} lead={t.lead} actions={verify}>
      {verified && <Verification of={verified} />}
      <ListPage<Row>
        name={t.entries}
        filters={[
          { name: "person", kind: "search", label: t.person },
          { name: "operation", kind: "search", label: t.operationName },
          accounts.length > 0
            ? { name: "actor", kind: "choice", label: t.actor, options: accounts.map(({ account, display }) => ({ value: account, label: display })) }
            : { name: "actor", kind: "search", label: t.actorName },
          { name: "kind", kind: "choice", label: t.kind, options: choices(kinds) },
          { name: "from", kind: "day", label: t.from },
          { name: "to", kind: "day", label: t.to },
        ]}
        columns={[
          { key: "at", whole: true, title: t.at, text: (row) => row.at, cell: (row) => moment(row.at) },
          { key: "kind", title: t.kind, text: (row) => kinds[row.kind] },
          { key: "actor", whole: true, title: t.actor, text: (row) => row.by },
          { key: "operation", title: t.operation, text: (row) => row.operation, cell: (row) => <Code>{row.operation}</Code> },
          { key: "about", title: t.about, text: (row) => row.about.join(" "), cell: (row) => (row.about.length > 0 ? t.people(row.about.length) : "") },
          { key: "details", title: t.details, text: (row) => told(row.details) },
        ]}
        load={async (filters, after, signal) => {
          const { entries, actors, next } = await ask("oversight.search_ledger", { ...filters, after, limit: 100 } as Input<"oversight.search_ledger">, { signal });
          const names = new Map(actors.map(({ actor, display }) => [actor, display]));
          return { rows: entries.map((entry) => ({ ...entry, by: names.get(entry.actor) ?? words[entry.actor] ?? entry.actor })), next };
        }}
        keyOf={(row) => `${row.writer} ${row.seq}`}
        empty={t.empty}
      />
    </PageFrame>
  );
}

/** Numbers and marks, as the ledger has them: it holds no words about people. */
function told(details: unknown): string {
  return Object.entries(details ?? {}).map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`).join(", ");
}

function Verification({ of: { whole, chains, exports, findings, more_findings } }: { of: Verified }) {
  const t = useTexts(ledgerTexts);
  const entries = chains.reduce((sum, chain) => sum + chain.entries, 0);
  return (
    <Outcome>
      <Text fw={600}>{whole ? t.whole : t.broken}</Text>
      <Text size="sm">{t.chains(entries, chains.length)} {exports > 0 ? t.exports(exports) : t.noExports}</Text>
      <List size="sm">
        {findings.map((one) => <List.Item key={`${one.writer} ${one.seq} ${one.kind}`}>{t.where(one.writer, one.seq)}: {one.note || one.kind}</List.Item>)}
        {more_findings > 0 && <List.Item>{t.more(more_findings)}</List.Item>}
      </List>
    </Outcome>
  );
}
