import { Button, FileButton, Group, Paper, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router-dom";
import { ask } from "../../frame/client";
import { upload } from "../../frame/files";
import { useTexts } from "../../frame/language";
import { PageFrame } from "../../frame/PageFrame";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { ChooseManager, ChooseUnit } from "./ChoosePlace";
import { hiringTexts } from "./texts";

/** Written, pasted, or read from a file; what was read is looked over before it is kept. */
export default function NewVacancy() {
  const t = useTexts(hiringTexts);
  const navigate = useNavigate();
  const [filled, setFilled] = useState({ title: "", text: "", unit: "", manager: "" });
  const [file, setFile] = useState<string>();
  const { busy, failure, run } = useRun();
  const put = (name: keyof typeof filled) => (value: string) => setFilled((before) => ({ ...before, [name]: value }));
  const fill = (name: keyof typeof filled) => ({
    value: filled[name],
    onChange: (event: { currentTarget: { value: string } }) => put(name)(event.currentTarget.value),
  });
  const read = (chosen: File | null) => chosen && run(async () => {
    const { title, text } = await ask("hiring.read_vacancy", { file: await upload(chosen) });
    setFilled((before) => ({ ...before, title: before.title || title, text }));
    setFile(chosen.name);
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const { title, text, unit, manager } = filled;
      const { row } = await ask("hiring.add_vacancy", { title, text, unit: unit || undefined, manager: manager || undefined });
      await navigate(`/hiring/vacancies/${row.vacancy}?part=requirements`);
    });
  }
  return (
    <PageFrame title={t.newVacancy}>
      <Paper withBorder p="md" maw={860}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Group>
              <FileButton onChange={(chosen) => void read(chosen)}>
                {(props) => <Button variant="default" loading={busy} {...props}>{t.fromFile}</Button>}
              </FileButton>
              {file && <Text size="sm" role="status">{t.fileRead(file)}</Text>}
            </Group>
            <TextInput label={t.title} required {...fill("title")} />
            <Textarea label={t.text} required autosize minRows={10} maxRows={30} {...fill("text")} />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <ChooseUnit onValue={put("unit")} />
              <ChooseManager onValue={put("manager")} />
            </SimpleGrid>
            <Trouble failure={failure} />
            <Group><Button type="submit" loading={busy}>{t.add}</Button></Group>
          </Stack>
        </form>
      </Paper>
    </PageFrame>
  );
}
