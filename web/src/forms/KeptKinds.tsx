import "./told.css";
import { Text } from "@mantine/core";
import { inTwo, useFormat, useLanguage, useTexts } from "../frame/language";

const keptWords = inTwo({
  nl: { nothing: "Er wordt niets bewaard." },
  en: { nothing: "Nothing is kept." },
});

/** What a module keeps of a person, with its own name for it (people/holdings.h). */
interface Held {
  title_nl: string;
  title_en: string;
  items: unknown[];
}

/** Everything that is kept of somebody, by kind. The server's answer has no closer type: each module adds its own. */
export function KeptKinds({ kept }: { kept: unknown }) {
  const t = useTexts(keptWords);
  const { language } = useLanguage();
  const kinds = Object.entries(kept as Record<string, Held>);
  if (kinds.length === 0) return <Text size="sm">{t.nothing}</Text>;
  return kinds.map(([kind, held]) => (
    <details key={kind}>
      <summary>{language === "nl" ? held.title_nl : held.title_en} ({held.items.length})</summary>
      <Told value={held.items} />
    </details>
  ));
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Whatever a module keeps, as names and values: what is new there shows here by itself. */
function Told({ value }: { value: unknown }) {
  const { moment } = useFormat();
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return "–";
  if (Array.isArray(value)) return value.map((one, place) => <Told key={place} value={one} />);
  if (typeof value !== "object") return <span className="own-words">{typeof value === "string" && MOMENT.test(value) ? moment(value) : String(value)}</span>;
  return (
    <dl className="told">
      {Object.entries(value).map(([name, inner]) => (
        <div key={name}>
          <dt>{name.replaceAll("_", " ")}</dt>
          <dd><Told value={inner} /></dd>
        </div>
      ))}
    </dl>
  );
}
