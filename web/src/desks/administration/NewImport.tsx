import { Anchor, Button, Checkbox, Group, NativeSelect, Paper, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router-dom";
import { Outcome } from "../../forms/ActButton";
import { ChooseFile } from "../../forms/ChooseFile";
import { choices } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { upload } from "../../frame/files";
import { askLong } from "../../frame/jobs";
import { useLanguage, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import type { Field, Mapping, Proposed } from "./fields";
import { fieldWords, importTexts } from "./texts";

type Report = Answer<"administration.import">;
type OnBadRows = Input<"administration.import">["on_bad_rows"];
interface Read {
  file: string;
  proposed: Proposed;
  /** Which field each column is, by its place; none: skipped. */
  chosen: (Field | undefined)[];
}

/** From a file to what would happen, and only then to what happens. */
export default function NewImport() {
  const t = useTexts(importTexts);
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<Read>();
  const { busy, failure, run } = useRun();

  async function look() {
    if (!file) return;
    const id = await upload(file);
    const proposed = await ask("administration.propose_mapping", { file: id });
    setRead({ file: id, proposed, chosen: proposed.columns.map((column) => column.field) });
  }

  return (
    <PageFrame title={t.begin} lead={<Anchor component={Link} to="/imports" size="sm">{t.back}</Anchor>}>
      <form onSubmit={(event) => {
        event.preventDefault();
        void run(look);
      }}>
        <Group align="flex-end" gap="sm" mb="md">
          <ChooseFile label={t.choose} value={file} onChange={setFile} accept=".csv,.xlsx,.txt" miw={260} required />
          <Button type="submit" variant="default" loading={busy} disabled={!file}>{t.read}</Button>
        </Group>
      </form>
      <Trouble failure={failure} />
      {read && <Columns key={read.file} read={read} onChoose={(chosen) => setRead({ ...read, chosen })} />}
    </PageFrame>
  );
}

function Columns({ read, onChoose }: { read: Read; onChoose: (chosen: Read["chosen"]) => void }) {
  const t = useTexts(importTexts);
  const words = useTexts(fieldWords);
  const { language } = useLanguage();
  const [onBadRows, setOnBadRows] = useState<OnBadRows>("all_or_nothing");
  const [absentLeft, setAbsentLeft] = useState("");
  const [manyConfirmed, setManyConfirmed] = useState(false);
  const [report, setReport] = useState<{ of: Report; isDry: boolean }>();
  const [isRemembered, setRemembered] = useState(false);
  const { busy, failure, run } = useRun();
  const { proposed, chosen, file } = read;
  const mapping = mappingOf(read);
  const input = { file, mapping, on_bad_rows: onBadRows, absent_left_after: absentLeft || undefined, many_left_confirmed: manyConfirmed };
  const lacking = proposed.missing.filter((field) => !chosen.includes(field));
  // What was tried holds no longer for another layout.
  const choose = (changed: number, field: Field | undefined) => {
    setReport(undefined);
    onChoose(chosen.map((before, place) => (place === changed ? field : before)));
  };
  const options = [{ value: "", label: t.skip }, ...choices(words)];

  return (
    <>
      <Title order={2}>{t.mapping}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t.mappingLead}</Text>
      <div className="sheet" tabIndex={0} role="region" aria-label={t.mapping}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr><Table.Th>{t.column}</Table.Th><Table.Th>{t.field}</Table.Th><Table.Th>{t.why}</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {proposed.columns.map((column, place) => (
              <Table.Tr key={column.column}>
                <Table.Td>{column.header}</Table.Td>
                <Table.Td>
                  <NativeSelect size="xs" aria-label={column.header} data={options} value={chosen[place] ?? ""}
                    onChange={({ currentTarget: { value } }) => choose(place, (value || undefined) as Field | undefined)} />
                </Table.Td>
                <Table.Td><Text size="xs">{language === "nl" ? column.why_nl : column.why_en}</Text></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {lacking.length > 0 && (
        <Paper className="limits" p="sm" mt="sm">
          <Text size="sm" fw={600}>{t.lacks}</Text>
          <Text size="sm">{lacking.map((field) => words[field]).join(", ")}</Text>
        </Paper>
      )}
      <Group align="flex-end" my="md" gap="sm">
        <NativeSelect label={t.badRows} value={onBadRows} onChange={(event) => setOnBadRows(event.currentTarget.value as OnBadRows)}
          data={[{ value: "all_or_nothing", label: t.allOrNothing }, { value: "skip_bad_rows", label: t.skipBad }]} />
        <TextInput type="date" label={t.absent} value={absentLeft} onChange={(event) => {
          setReport(undefined);
          setAbsentLeft(event.currentTarget.value);
        }} />
        {report?.of.too_many_left && absentLeft && (
          <Checkbox mb={8} label={t.manyConfirmed} checked={manyConfirmed} onChange={(event) => setManyConfirmed(event.currentTarget.checked)} />
        )}
        <Button variant="default" loading={busy} onClick={() => void run(async () =>
          setReport({ of: await askLong("administration.check_import", input, t.check), isDry: true }))}>{t.check}</Button>
        <Button loading={busy} disabled={!report?.isDry} onClick={() => void run(async () =>
          setReport({ of: await askLong("administration.import", input, t.run), isDry: false }))}>{t.run}</Button>
        <Button variant="subtle" loading={busy} onClick={() => void run(async () => {
          await ask("administration.remember_mapping", { file, mapping });
          setRemembered(true);
        })}>{t.remember}</Button>
      </Group>
      {isRemembered && <Outcome>{t.remembered}</Outcome>}
      <Trouble failure={failure} />
      {report && <Told {...report} leftGo={absentLeft !== ""} />}
    </>
  );
}

/** What was chosen, with what the proposal knew of a column that stayed what it was. */
function mappingOf({ proposed, chosen }: Read): Mapping {
  const seen = new Map<string, number>();
  const columns = proposed.columns.flatMap(({ header }, place) => {
    const occurrence = (seen.get(header) ?? 0) + 1;
    seen.set(header, occurrence);
    const field = chosen[place];
    if (!field) return [];
    const known = proposed.mapping.columns.find((one) => one.header === header && (one.occurrence ?? 1) === occurrence && one.field === field);
    return [known ?? { header, field, occurrence }];
  });
  return { ...proposed.mapping, columns };
}

function Told({ of: report, isDry, leftGo }: { of: Report; isDry: boolean; leftGo: boolean }) {
  const t = useTexts(importTexts);
  const { rows, bad_rows } = report;
  const head = isDry ? t.checked(rows, bad_rows) : report.imported ? t.imported(rows, bad_rows) : t.refused(rows, bad_rows);
  const aboutLeft = !leftGo ? t.leftStay : report.too_many_left ? t.tooMany : t.leftGo;
  const kinds = (["people", "contracts", "units", "managers"] as const).filter((kind) => Object.values(report[kind]).some((count) => count > 0));
  return (
    <Outcome>
      <Stack gap="xs">
        <Text fw={600}>{head}</Text>
        {kinds.map((kind) => (
          <Text key={kind} size="sm">{t.kinds[kind]}: {t.counts(report[kind].created, report[kind].changed, report[kind].same)}</Text>
        ))}
        {report.left.length > 0 && <Text size="sm">{t.left(report.left.length)} {aboutLeft}</Text>}
        <Findings title={t.bad} rows={report.bad} />
        <Findings title={t.notices} rows={report.notices} />
        {report.not_shown > 0 && <Text size="sm">{t.notShown(report.not_shown)}</Text>}
      </Stack>
    </Outcome>
  );
}

function Findings({ title, rows }: { title: string; rows: Report["bad"] }) {
  const t = useTexts(importTexts);
  if (rows.length === 0) return null;
  return (
    <div className="sheet" tabIndex={0} role="region" aria-label={title}>
      <Table captionSide="top" verticalSpacing={4}>
        <Table.Caption>{title}</Table.Caption>
        <Table.Thead>
          <Table.Tr><Table.Th>{t.line}</Table.Th><Table.Th>{t.column}</Table.Th><Table.Th>{t.value}</Table.Th><Table.Th>{t.reason}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((one, place) => (
            <Table.Tr key={place}>
              <Table.Td>{one.line}</Table.Td><Table.Td>{one.column}</Table.Td><Table.Td>{one.value}</Table.Td><Table.Td>{one.reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
