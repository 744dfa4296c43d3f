import { NativeSelect, NumberInput, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { ActButton } from "../../forms/ActButton";
import { choices } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { useLanguage, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { boundWords, lengthWord, lengthWords, periodTexts } from "./texts";

type Row = Answer<"oversight.periods">["periods"][number];

export default function Periods() {
  const t = useTexts(periodTexts);
  const lengths = useTexts(lengthWords);
  const single = useTexts(lengthWord);
  const bounds = useTexts(boundWords);
  const { language } = useLanguage();
  const { may } = useSession();
  const [turn, setTurn] = useState(0);
  const title = (row: Row) => (language === "nl" ? row.title_nl : row.title_en);
  const event = (row: Row) => (language === "nl" ? row.event_nl : row.event_en);
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <ListPage<Row>
        name={t.list}
        turn={turn}
        columns={[
          { key: "what", title: t.what, text: title },
          { key: "period", title: t.period, text: (row) => `${row.count} ${(row.count === 1 ? single : lengths)[row.length]}` },
          { key: "after", title: t.after, text: (row) => event(row) + (row.counted_from === "year_of_event" ? `, ${t.endOfYear}` : "") },
          { key: "bound", title: t.bound, text: (row) => bounds[row.bound] },
          {
            key: "source", title: t.source, long: true, text: (row) => row.source,
            cell: (row) => <>{row.source}{row.changed && <Text size="xs" className="own-words">{t.own}: {row.reason}</Text>}</>,
          },
          ...(may("oversight.set_period") ? [{
            key: "change", title: t.actions, onPageOnly: true, text: () => "",
            cell: (row: Row) => (
              <ActButton label={t.change} title={t.changeTitle(title(row))} act={async (filled) => {
                await ask("oversight.set_period", {
                  clock: row.clock, count: Number(filled("count")), length: filled("length") as Input<"oversight.set_period">["length"], reason: filled("reason") ?? "",
                });
                setTurn((before) => before + 1);
              }}>
                <NumberInput name="count" label={t.count} defaultValue={row.count} min={0} required hideControls />
                <NativeSelect name="length" label={t.length} data={choices(lengths)} defaultValue={row.length} />
                <Textarea name="reason" label={t.reason} required autosize minRows={2} />
              </ActButton>
            ),
          }] : []),
        ]}
        load={async (_, __, signal) => ({ rows: (await ask("oversight.periods", {}, { signal })).periods })}
        keyOf={(row) => row.clock}
        empty={t.empty}
      />
    </PageFrame>
  );
}
