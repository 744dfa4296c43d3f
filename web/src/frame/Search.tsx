// Ctrl-K: pages, and what the desks find among people, documents and whatever else this person may see.
import { Kbd, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue, useDisclosure, useHotkeys } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import { useNavigate } from "react-router-dom";
import { type Desk, type Found, type May, useDesks } from "./desk";
import { Dialog } from "./Dialog";
import { Icon } from "./Icon";
import { inTwo, type Language, useLanguage, useTexts } from "./language";
import { useSession } from "./session";
import { frameTexts } from "./texts";

const searchTexts = inTwo({
  nl: { nothing: "Niets gevonden dat je mag zien.", type: "Typ een naam of een woord.", found: "Gevonden", searching: "Bezig met zoeken" },
  en: { nothing: "Nothing found that you may see.", type: "Type a name or a word.", found: "Found", searching: "Searching" },
});

/** Fewer letters find half the organisation. */
const FEWEST_LETTERS = 2;

export function Search() {
  const f = useTexts(frameTexts);
  const [isOpen, { open, close }] = useDisclosure(false);
  useHotkeys([["mod+K", open]], []);
  return (
    <>
      <UnstyledButton className="search-button" onClick={open} aria-keyshortcuts="Control+K" aria-label={f.search}>
        <Icon name="search" />
        <Text size="sm" span visibleFrom="sm" className="grows">{f.search}</Text>
        <Kbd size="xs" visibleFrom="sm">Ctrl K</Kbd>
      </UnstyledButton>
      <Dialog opened={isOpen} onClose={close} title={f.search} size="lg" atTop>
        {isOpen && <SearchSheet onLeave={close} />}
      </Dialog>
    </>
  );
}

function SearchSheet({ onLeave }: { onLeave: () => void }) {
  const t = useTexts(searchTexts);
  const f = useTexts(frameTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState("");
  const { found, isSearching } = useFound(typed.trim());
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [found]);

  function go(one: Found | undefined) {
    if (!one) return;
    onLeave();
    void navigate(one.path);
  }
  function onKey(event: KeyboardEvent) {
    if (event.key === "Enter") go(found[at]);
    else if (event.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
    else return;
    event.preventDefault();
  }

  const state = typed.trim().length < FEWEST_LETTERS ? t.type : isSearching ? t.searching : found.length === 0 ? t.nothing : "";
  return (
    <>
      <TextInput aria-label={f.search} data-autofocus role="combobox" aria-expanded={found.length > 0} aria-controls={id} autoComplete="off"
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined} leftSection={<Icon name="search" />} value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={onKey} />
      <Text size="sm" c="dimmed" mt="xs" role="status">{state}</Text>
      <div id={id} role="listbox" aria-label={t.found} className="found">
        {found.map((one, place) => (
          <div key={`${one.path}-${one.label}`} id={`${id}-${place}`} role="option" aria-selected={place === at} className="row-button" onClick={() => go(one)}>
            <span>{one.label}</span>
            <Text size="xs" c="dimmed" span>{one.kind[language]}</Text>
          </div>
        ))}
      </div>
    </>
  );
}

function useFound(text: string): { found: Found[]; isSearching: boolean } {
  const desks = useDesks();
  const { may } = useSession();
  const { language } = useLanguage();
  const [settled] = useDebouncedValue(text, 200);
  const [things, setThings] = useState<Found[]>([]);
  const [isSearching, setIsSearching] = useState(false);
  useEffect(() => {
    setThings([]);
    if (settled.length < FEWEST_LETTERS) return;
    const stop = new AbortController();
    setIsSearching(true);
    const looking = desks.map((desk) => desk.find?.(settled, may, stop.signal).then((found) => setThings((before) => [...before, ...found])));
    void Promise.allSettled(looking).then(() => {
      if (!stop.signal.aborted) setIsSearching(false);
    });
    return () => stop.abort();
  }, [desks, may, settled]);
  const pages = useMemo(() => pagesNamed(text, desks, may, language), [text, desks, may, language]);
  return useMemo(() => ({ found: [...pages, ...things], isSearching: isSearching || settled !== text }), [pages, things, isSearching, settled, text]);
}

function pagesNamed(text: string, desks: Desk[], may: May, language: Language): Found[] {
  if (text.length < FEWEST_LETTERS) return [];
  return desks.flatMap((desk) =>
    desk.pages
      .filter((page) => !page.outside && !page.path.includes(":") && (!page.needs || may(page.needs)))
      .filter((page) => page.title[language].toLowerCase().includes(text.toLowerCase()))
      .map((page) => ({ label: page.title[language], kind: desk.title, path: `/${page.path}` })),
  );
}
