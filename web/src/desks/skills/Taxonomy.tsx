import { Anchor, Button, Group } from "@mantine/core";
import { useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { choices } from "../../forms/words";
import { type Answer, ask, type Input } from "../../frame/client";
import { useTexts } from "../../frame/language";
import { ListPage } from "../../frame/ListPage";
import { PageFrame } from "../../frame/PageFrame";
import { useAnswer } from "../../frame/use";
import { pathOf } from "./paths";
import { kindTexts, taxonomyTexts } from "./texts";

type Row = Answer<"skills.search">["concepts"][number];
type Relation = NonNullable<Input<"skills.search">["relation"]>;

/** Concepts by name and kind; with `of` and `relation` in the address those that hang together with one. */
export default function Taxonomy() {
  const t = useTexts(taxonomyTexts);
  const kinds = useTexts(kindTexts);
  const [address, setAddress] = useSearchParams();
  const [version, setVersion] = useState("");
  const of = address.get("of") ?? undefined;
  const relation = (address.get("relation") ?? undefined) as Relation | undefined;
  const from = useAnswer("skills.concept", of ? { concept: of } : undefined).answer;
  const fromName = from && <Anchor component={Link} to={pathOf(from.concept)}>{from.nl}</Anchor>;
  return (
    <PageFrame title={t.title} lead={t.lead(version)}>
      {of && (
        <Group gap="xs" mb="sm" role="status">
          <span>{t.relations[relation ?? "narrower"]}: {fromName}</span>
          <Button size="compact-sm" variant="default" onClick={() => setAddress({})}>{t.noFilter}</Button>
        </Group>
      )}
      <ListPage<Row>
        key={`${of}${relation}`}
        name={t.list}
        filters={[
          { name: "text", kind: "search", label: t.search },
          { name: "kind", kind: "choice", label: t.kind, options: choices(kinds) },
          { name: "own", kind: "choice", label: t.own, usual: t.all, options: [{ value: "true", label: t.ownOnly }] },
        ]}
        columns={[
          { key: "label", title: t.name, text: (row) => row.label },
          { key: "kind", title: t.kind, text: (row) => kinds[row.kind] },
          { key: "found", title: t.found, text: (row) => row.found ?? "" },
          { key: "own", title: t.own, text: (row) => (row.own ? t.ownYes : "") },
        ]}
        load={async ({ text, kind, own }, after, signal) => {
          const asked = { text, kind, own: own === "true" || undefined, of, relation, after: Number(after ?? 0), limit: 100 } as Input<"skills.search">;
          const { concepts, next, taxonomy } = await ask("skills.search", asked, { signal });
          setVersion(taxonomy);
          return { rows: concepts, next: next === undefined ? undefined : String(next) };
        }}
        keyOf={(row) => row.concept}
        linkOf={(row) => pathOf(row.concept)}
        empty={t.empty}
      />
    </PageFrame>
  );
}
