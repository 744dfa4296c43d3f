import { Anchor, Button, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router-dom";
import { ActButton, Outcome } from "../../forms/ActButton";
import { ChooseFile } from "../../forms/ChooseFile";
import { choices } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { fetchFile, upload } from "../../frame/files";
import { useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Sheet } from "../../frame/Sheet";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { ConceptForm, type OwnName, SynonymForm, Troubles } from "./OwnForms";
import { pathOf } from "./paths";
import { ownTexts } from "./texts";

export default function OwnNames() {
  const t = useTexts(ownTexts);
  const { may } = useSession();
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState("");
  const again = () => setTurn((before) => before + 1);
  const saved = (name: string) => {
    setTold(t.saved(name));
    again();
  };
  return (
    <PageFrame title={t.title} lead={<>{t.lead} {may("skills.own_changes") && <Anchor component={Link} to="/skills/changes">{t.history}</Anchor>}</>} actions={
      <>
        <SynonymForm label={t.addSynonym} saved={saved} />
        <ConceptForm kind="skill" label={t.addSkill} saved={saved} />
        <ConceptForm kind="position" label={t.addPosition} saved={saved} />
      </>
    }>
      {told && <Outcome>{told}</Outcome>}
      <ListPage<OwnName>
        name={t.list}
        turn={turn}
        filters={[{ name: "text", kind: "search", label: t.search }, { name: "kind", kind: "choice", label: t.kind, options: choices(t.kinds) }]}
        columns={[
          { key: "name", title: t.name, text: (row) => row.name },
          { key: "kind", title: t.kind, text: (row) => t.kinds[row.content.kind] },
          { key: "means", title: t.means, text: (row) => (row.content.kind === "synonym" ? row.means : "") },
          { key: "counts", title: t.counts, text: (row) => (row.troubles.length === 0 ? t.yes : row.troubles.join(" ")) },
          { key: "act", title: t.change, text: () => "", onPageOnly: true, cell: (row) => <Acts row={row} saved={saved} removed={again} /> },
        ]}
        load={async (filters, after, signal) => {
          const { names, next } = await ask("skills.own_names", { ...filters, after: Number(after ?? 0), limit: 100 } as Input<"skills.own_names">, { signal });
          return { rows: names, next: next === undefined ? undefined : String(next) };
        }}
        keyOf={(row) => row.entry}
        linkOf={(row) => pathOf(row.content.concept ?? "")}
        empty={t.empty}
      />
      <FromFile imported={again} />
    </PageFrame>
  );
}

function Acts({ row, saved, removed }: { row: OwnName; saved: (name: string) => void; removed: () => void }) {
  const t = useTexts(ownTexts);
  const [troubles, setTroubles] = useState<string[]>([]);
  return (
    <Group gap={4}>
      {row.content.kind === "synonym" ? <SynonymForm label={t.change} entry={row} saved={saved} /> : <ConceptForm kind={row.content.kind} label={t.change} entry={row} saved={saved} />}
      <ActButton label={t.remove} title={`${t.remove}: ${row.name}`} why={t.removeWhy} act={async () => {
        const answer = await ask("skills.remove_own_name", { entry: row.entry });
        setTroubles(answer.troubles);
        if (answer.saved) removed();
      }} />
      <Troubles title={t.notSaved} troubles={troubles} />
    </Group>
  );
}

type Report = Answer<"skills.import_own_table">;

/** From a file to what would happen, and only then to what happens. */
function FromFile({ imported }: { imported: () => void }) {
  const t = useTexts(ownTexts);
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<Report>();
  const { busy, failure, run } = useRun();
  const isRight = report !== undefined && report.bad.length === 0;
  return (
    <Paper withBorder p="md" mt="lg" component="section" aria-label={t.file}>
      <Title order={2} mb={4}>{t.file}</Title>
      <Text size="sm" c="dimmed" maw="90ch" mb="sm">{t.fileWhy}</Text>
      <Group align="flex-end" gap="sm">
        <ChooseFile label={t.chooseFile} value={file} accept=".csv,.xlsx,.txt" miw={240} onChange={(chosen) => {
          setReport(undefined);
          setFile(chosen);
        }} />
        <Button variant="default" loading={busy} disabled={!file} onClick={() => void run(async () => {
          if (file) setReport(await ask("skills.check_own_table", { file: await upload(file) }));
        })}>{t.check}</Button>
        <Button loading={busy} disabled={!isRight || report.imported} onClick={() => void run(async () => {
          if (!file) return;
          setReport(await ask("skills.import_own_table", { file: await upload(file) }));
          imported();
        })}>{t.run}</Button>
        <Button variant="default" loading={busy} onClick={() => void run(async () => {
          const made = await ask("skills.export_own_table", { file: "eigen-namen.csv" });
          await fetchFile(made.file, "eigen-namen.csv");
        })}>{t.exportIt}</Button>
      </Group>
      <Trouble failure={failure} />
      {report && <Told report={report} />}
    </Paper>
  );
}

function Told({ report }: { report: Report }) {
  const t = useTexts(ownTexts);
  return (
    <Outcome>
      <Stack gap="xs">
        <Text size="sm">{report.imported && t.imported} {t.checked(report.added, report.changed, report.same)}</Text>
        {report.bad.length > 0 && (
          <>
            <Text size="sm" fw={600}>{t.badLines(report.bad.length)}</Text>
            <Sheet name={t.reason}>
              <Table verticalSpacing={4}>
                <Table.Thead><Table.Tr><Table.Th>{t.line}</Table.Th><Table.Th>{t.column}</Table.Th><Table.Th>{t.value}</Table.Th><Table.Th>{t.reason}</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {report.bad.map((one, place) => (
                    <Table.Tr key={place}><Table.Td>{one.line}</Table.Td><Table.Td>{one.column}</Table.Td><Table.Td>{one.value}</Table.Td><Table.Td>{one.reason}</Table.Td></Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Sheet>
          </>
        )}
      </Stack>
    </Outcome>
  );
}
