import { Anchor, Button, Group } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router-dom";
import { type Answer, ask } from "../../frame/client";
import { useFormat, useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useSession } from "../../frame/session";
import { Trouble } from "../../frame/Trouble";
import { useRun } from "../../frame/use";
import { Troubles } from "./OwnForms";
import { ownTexts } from "./texts";

type Change = Answer<"skills.own_changes">["changes"][number];

export default function Changes() {
  const t = useTexts(ownTexts);
  const { moment } = useFormat();
  const { may } = useSession();
  const [turn, setTurn] = useState(0);
  const [troubles, setTroubles] = useState<string[]>([]);
  const { busy, failure, run } = useRun();
  const takeBack = (change: string, wholeImport: boolean) => run(async () => {
    const answer = await ask("skills.take_back", { change, whole_import: wholeImport });
    setTroubles(answer.troubles);
    if (answer.taken_back) setTurn((before) => before + 1);
  });
  const whatOf = (row: Change) => [t.changes[row.kind], t.kinds[row.of].toLowerCase(), row.imported && t.imports, row.takes_back && t.takesBack, row.taken_back && t.takenBack].filter(Boolean).join(", ");
  return (
    <PageFrame title={t.historyTitle} lead={<>{t.historyLead} <Anchor component={Link} to="/skills/own">{t.back}</Anchor></>}>
      <Trouble failure={failure} />
      <Troubles title={t.notTakenBack} troubles={troubles} />
      <ListPage<Change>
        name={t.historyTitle}
        turn={turn}
        columns={[
          { key: "at", whole: true, title: t.when, text: (row) => row.at, cell: (row) => moment(row.at) },
          { key: "by", title: t.who, text: (row) => row.by || t.local },
          { key: "what", title: t.what, text: whatOf },
          { key: "before", title: t.before, text: (row) => row.before },
          { key: "after", title: t.after, text: (row) => row.after },
          { key: "act", title: t.takeBack, text: () => "", onPageOnly: true, cell: (row) => may("skills.take_back") && !row.taken_back && (
            <Group gap={4}>
              <Button size="compact-xs" variant="default" loading={busy} aria-label={`${t.takeBack}: ${row.name}`} onClick={() => void takeBack(row.change, false)}>{t.takeBack}</Button>
              {row.imported && <Button size="compact-xs" variant="default" loading={busy} onClick={() => void takeBack(row.change, true)}>{t.takeBackAll}</Button>}
            </Group>
          ) },
        ]}
        load={async (_, after, signal) => {
          const { changes, next } = await ask("skills.own_changes", { after, limit: 100 }, { signal });
          return { rows: changes, next };
        }}
        keyOf={(row) => row.change}
        empty={t.noChanges}
      />
    </PageFrame>
  );
}
