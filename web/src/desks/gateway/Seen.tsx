import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActButton, Outcome } from "../../forms/ActButton";
import { type Answer, ask, GaveUp } from "../../frame/client";
import { useFormat, useLanguage, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { countsIn } from "./counts";
import { seenTexts } from "./numbersTexts";

type Row = Answer<"gateway.seen_tools">["tools"][number];

export default function Seen() {
  const t = useTexts(seenTexts);
  const { may } = useSession();
  const { number } = useFormat();
  const { language } = useLanguage();
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState("");
  const [wrong, setWrong] = useState<string>();
  const month = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { month: "long", year: "numeric" });
  return (
    <PageFrame title={t.title} lead={t.lead} actions={may("gateway.add_seen_tools") && (
      <ActButton label={t.add} submit={t.read} why={t.addWhy} act={async (filled) => {
        const counts = countsIn(filled("counts") ?? "");
        setWrong("wrong" in counts ? t.wrong(counts.wrong) : undefined);
        if ("wrong" in counts) throw new GaveUp();
        const added = await ask("gateway.add_seen_tools", { month: filled("month") ?? "", tools: counts.tools });
        setTold(t.added(added.tools));
        setTurn((before) => before + 1);
      }}>
        <TextInput type="date" name="month" label={t.dayInMonth} required />
        <Textarea name="counts" label={t.counts} required autosize minRows={4} maxRows={12} placeholder={t.example} error={wrong} />
      </ActButton>
    )}>
      {told && <Outcome>{told}</Outcome>}
      <ListPage<Row>
        name={t.list}
        turn={turn}
        columns={[
          { key: "domain", title: t.domain, text: (row) => row.domain },
          { key: "month", title: t.month, text: (row) => row.month.slice(0, 7), cell: (row) => month.format(new Date(`${row.month}T12:00:00`)), whole: true },
          { key: "requests", title: t.requests, text: (row) => row.requests, cell: (row) => number(row.requests), numeric: true },
          { key: "people", title: t.people, text: (row) => row.people ?? t.fewer, numeric: true },
          { key: "own", title: t.own, text: (row) => (row.is_provider ? t.yes : t.no) },
        ]}
        load={async (_, __, signal) => ({ rows: (await ask("gateway.seen_tools", {}, { signal })).tools })}
        keyOf={(row) => `${row.domain} ${row.month}`}
        empty={t.empty}
      />
    </PageFrame>
  );
}
