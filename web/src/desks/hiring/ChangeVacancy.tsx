import { Box, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { ActButton, type Filled } from "../../forms/ActButton";
import { choices } from "../../forms/words";
import { ask, type Input, Problem } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { ChooseManager, ChooseUnit } from "./ChoosePlace";
import { poolTexts } from "./moreTexts";
import type { Vacancy } from "./VacancyPage";

type Change = Input<"hiring.change_vacancy">;

export function ChangeVacancy({ vacancy, again }: { vacancy: Vacancy; again: () => void }) {
  const t = useTexts(poolTexts);
  const { row, text, order, version } = vacancy;
  // Only what the person touched is sent, so that what another changed meanwhile stays theirs.
  const touched = useRef(new Set<string>());
  const changesIn = (filled: Filled) => Object.fromEntries([...touched.current].map((name) => [name, filled(name)])) as Partial<Change>;
  return (
    <Box mb="sm">
      <ActButton label={t.changeVacancy} why={t.changeWhy} act={async (filled) => {
        try {
          await ask("hiring.change_vacancy", { vacancy: row.vacancy, version, ...changesIn(filled) });
        } catch (failure) {
          // What was filled in stays; the page beneath shows how it stands now, and the next try is on top of that.
          if (failure instanceof Problem && failure.code === "changed_meanwhile") again();
          throw failure;
        }
        touched.current.clear();
        again();
      }}>
        <Stack gap="sm" onChange={(event) => touched.current.add((event.target as HTMLInputElement).name)}>
          <TextInput name="title" label={t.titleField} defaultValue={row.title} required />
          {row.state === "draft" && <Textarea name="text" label={t.textField} defaultValue={text} required autosize minRows={4} maxRows={14} />}
          <ChooseUnit now={row.unit_name} onValue={() => touched.current.add("unit")} />
          <ChooseManager now={row.manager} onValue={() => touched.current.add("manager")} />
          <NativeSelect name="order" label={t.orderField} data={choices(t.orders)} defaultValue={order} />
        </Stack>
      </ActButton>
    </Box>
  );
}
