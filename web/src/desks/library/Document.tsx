import { Anchor, Button, Paper, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router-dom";
import { ActButton, Outcome } from "../../forms/ActButton";
import { ChooseFile, useChosenFile } from "../../forms/ChooseFile";
import { roleName, roleWords } from "../../forms/words";
import { type Answer, ask } from "../../frame/client";
import { fetchFile, upload } from "../../frame/files";
import { useFormat, useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useAnswer, useRun } from "../../frame/use";
import { Waiting } from "../../frame/Waiting";
import { ReaderFields, readersOf } from "./Readers";
import { libraryTexts } from "./texts";

type Readers = Answer<"library.readers">["readers"];

export default function Document() {
  const t = useTexts(libraryTexts);
  const { document = "" } = useParams();
  const [address] = useSearchParams();
  const { may } = useSession();
  const [isRemoved, setRemoved] = useState(false);
  const number = Number(address.get("version")) || undefined;
  const read = useAnswer("library.read", { document, number });
  const versions = useAnswer("library.versions", { document });
  const title = read.answer?.title ?? versions.answer?.title ?? t.document;
  const again = () => {
    read.again();
    versions.again();
  };
  const back = <Anchor component={Link} to="/library" size="sm">{t.back}</Anchor>;
  if (isRemoved) return <PageFrame title={title} lead={back}><Outcome>{t.removed}</Outcome></PageFrame>;
  return (
    <PageFrame title={title} lead={back} actions={may("library.remove") && (
      <ActButton label={t.remove} why={t.removeWhy} act={async () => {
        await ask("library.remove", { document });
        setRemoved(true);
      }} />
    )}>
      <Trouble failure={read.failure} again={again} />
      {read.loading && !read.answer && <Waiting />}
      {read.answer && <Reading read={read.answer} document={document} />}
      <Stack mt="md">
        {versions.answer && <Versions versions={versions.answer.versions} document={document} added={again} />}
        {may("library.readers") && <WhoReads document={document} />}
      </Stack>
    </PageFrame>
  );
}

function Reading({ read, document }: { read: Answer<"library.read">; document: string }) {
  const t = useTexts(libraryTexts);
  const { day } = useFormat();
  const { busy, failure, run } = useRun();
  return (
    <Paper component="article" withBorder p="lg" aria-label={read.title}>
      <Text size="sm" c="dimmed">{[t.facts(read.number, day(read.begin)), read.last_day && t.until(day(read.last_day))].filter(Boolean).join(", ")}</Text>
      <Button variant="default" size="xs" my="sm" loading={busy} onClick={() => void run(async () => {
        const { file } = await ask("library.read", { document, number: read.number, file: read.file_name });
        if (file) await fetchFile(file, read.file_name);
      })}>{t.save}</Button>
      <Trouble failure={failure} />
      {read.reminder && <Outcome>{read.reminder}</Outcome>}
      {read.text ? <Paragraphs text={read.text} /> : <Text>{t.noText}</Text>}
    </Paper>
  );
}

/** What is a line to the server is a paragraph or a heading to a reader. */
function Paragraphs({ text }: { text: string }) {
  return <Stack gap="xs" maw="75ch">{text.split("\n").filter((line) => line.trim()).map((line, place) => <Text key={place} component="p" className="own-words">{line}</Text>)}</Stack>;
}

function Versions({ versions, document, added }: { versions: Answer<"library.versions">["versions"]; document: string; added: () => void }) {
  const t = useTexts(libraryTexts);
  const { day } = useFormat();
  const { may } = useSession();
  const file = useChosenFile();
  return (
    <Paper component="section" withBorder p="md" aria-label={t.versions}>
      <Title order={2} mb="xs">{t.versions}</Title>
      <div className="sheet" tabIndex={0} role="region" aria-label={t.list}>
        <Table verticalSpacing={4}>
          <Table.Thead><Table.Tr><Table.Th>{t.version}</Table.Th><Table.Th>{t.begin}</Table.Th><Table.Th>{t.file}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {versions.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td><Anchor component={Link} to={`/library/${document}?version=${one.number}`}>{one.number}</Anchor></Table.Td>
                <Table.Td>{day(one.begin)}{one.withdrawn && `, ${t.withdrawn}`}</Table.Td>
                <Table.Td>{one.file_name}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {may("library.add") && (
        <ActButton label={t.newVersion} act={async (filled) => {
          await ask("library.add", { file: await upload(file.needed()), document, from: filled("from") });
          file.clear();
          added();
        }}>
          <ChooseFile label={t.file} {...file.field} required />
          <TextInput name="from" type="date" label={t.from} />
        </ActButton>
      )}
    </Paper>
  );
}

/** Asked only when somebody wants to know: telling who reads is an act in the ledger. */
function WhoReads({ document }: { document: string }) {
  const t = useTexts(libraryTexts);
  const [readers, setReaders] = useState<Readers>();
  const { busy, failure, run } = useRun();
  return (
    <Paper component="section" withBorder p="md" aria-label={t.readers}>
      <Title order={2} mb="xs">{t.readers}</Title>
      {readers ? <Named readers={readers} /> : (
        <Button variant="default" size="xs" mr="xs" loading={busy} onClick={() => void run(async () => setReaders((await ask("library.readers", { document })).readers))}>{t.readers}</Button>
      )}
      <Trouble failure={failure} />
      <ActButton label={t.change} why={t.readersWhy} act={async (filled) => {
        const named = readersOf(filled);
        const isNobody = !named.everybody && named.roles.length + named.units.length + named.people.length === 0;
        setReaders((await ask("library.readers", { document, ...named, nobody: isNobody })).readers);
      }}>
        <ReaderFields />
      </ActButton>
    </Paper>
  );
}

function Named({ readers }: { readers: Readers }) {
  const t = useTexts(libraryTexts);
  const words = useTexts(roleWords);
  const named = [readers.everybody && t.everybody, ...(readers.roles ?? []).map((role) => roleName(words, role)), ...(readers.units ?? []), ...(readers.people ?? [])].filter(Boolean);
  return <Text size="sm" mb="xs">{t.readersNow}: {named.join(", ") || t.nobody}</Text>;
}
