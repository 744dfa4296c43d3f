// The one list: search and filters that stand in the address, sorting, more rows when asked, what to do first where there is nothing,
// and a file of all that was found.
import { Anchor, Button, Group, NativeSelect, Paper, Table, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { save, toCsv } from "./csv";
import { Icon } from "./Icon";
import { useLanguage, useTexts } from "./language";
import { listTexts } from "./listTexts";
import { Sheet } from "./Sheet";
import { Trouble } from "./Trouble";
import { useRun } from "./use";
import { Waiting } from "./Waiting";

export interface Column<Row> {
  key: string;
  title: string;
  /** As text: for the file and for sorting. */
  text: (row: Row) => string | number;
  /** As it shows, where that is more than the text. */
  cell?: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Short, and read as one: a moment, a day. */
  whole?: boolean;
  /** Sentences: they take their room, also where the list is wider than the window. */
  long?: boolean;
  /** What one can do with a row: in no file. */
  onPageOnly?: boolean;
}

export type Filter =
  | { name: string; kind: "search"; label: string }
  | { name: string; kind: "choice"; label: string; /** What holds where nothing is chosen. */ usual?: string; options: { value: string; label: string }[] }
  | { name: string; kind: "day"; label: string };

export interface Loaded<Row> {
  rows: Row[];
  next?: string;
}

export interface ListProps<Row> {
  /** What it lists; for who does not see it, and the name of the file. */
  name: string;
  columns: Column<Row>[];
  filters?: Filter[];
  /** A page of rows as the filters have it; `after` is where the page before stopped. */
  load: (filters: Record<string, string | undefined>, after: string | undefined, signal: AbortSignal) => Promise<Loaded<Row>>;
  keyOf: (row: Row) => string;
  /** Where a row leads; its first cell is the link. */
  linkOf?: (row: Row) => string;
  /** Where there is nothing at all: what one does first. */
  empty: ReactNode;
  /** Changes where the rows must be asked for anew. */
  turn?: number;
}

/** Lists that are read for the file stop here: beyond it a file is no way to look at them. */
const MOST_IN_FILE = 50_000;

export function ListPage<Row>({ name, columns, filters = [], load, keyOf, linkOf, empty, turn = 0 }: ListProps<Row>) {
  const t = useTexts(listTexts);
  const chosen = useChosen(filters);
  const { rows, next, loading, failure, more, again } = useRows(load, chosen.values, turn);
  const sorted = useSorted(rows, columns);
  const file = useRun();

  async function everything() {
    const all: Row[] = [];
    let after: string | undefined;
    do {
      const page = await load(chosen.values, after, new AbortController().signal);
      all.push(...page.rows);
      after = page.next;
    } while (after && all.length < MOST_IN_FILE);
    const kept = columns.filter((column) => !column.onPageOnly);
    return [kept.map((column) => column.title), ...all.map((row) => kept.map((column) => column.text(row)))];
  }
  const saveCsv = async () => save(`${name}.csv`, toCsv(await everything()));
  async function saveXlsx() {
    const [rows, { toXlsx }] = await Promise.all([everything(), import("./xlsx")]);
    save(`${name}.xlsx`, await toXlsx(name, rows));
  }

  return (
    <div aria-busy={loading}>
      <Group gap="sm" mb="sm" align="flex-end" className={chosen.any ? undefined : "on-screen"}>
        {filters.map((filter) => (
          <FilterField key={filter.name} filter={filter} value={chosen.values[filter.name]} onChange={(value) => chosen.choose(filter.name, value)} />
        ))}
        {chosen.any && <Button variant="subtle" size="compact-sm" mb={6} onClick={chosen.clear}>{t.clear}</Button>}
        <div className="grows" />
        {rows && rows.length > 0 && (
          <Group gap="xs" className="on-screen">
            <Button variant="default" size="xs" disabled={file.busy} onClick={() => void file.run(saveCsv)}>{t.csv}</Button>
            <Button variant="default" size="xs" disabled={file.busy} onClick={() => void file.run(saveXlsx)}>{t.xlsx}</Button>
          </Group>
        )}
      </Group>
      <Trouble failure={file.failure} />
      <Trouble failure={failure} again={again} />
      {!rows && loading && <Waiting />}
      {rows?.length === 0 && !loading && (
        <Paper withBorder p="md" role="status" fz="sm">{chosen.any ? t.nothingFound : empty}</Paper>
      )}
      {rows && rows.length > 0 && (
        <Sheet name={name}>
          <Table verticalSpacing="xs" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <SortableHead key={column.key} title={column.title} numeric={column.numeric} order={sorted.orderOf(column.key)} onSort={() => sorted.sortBy(column.key)} />
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.rows.map((row) => (
                <Table.Tr key={keyOf(row)}>
                  {columns.map((column, place) => (
                    <Table.Td key={column.key} className={column.numeric ? "numeric" : column.whole ? "whole" : column.long ? "long" : undefined}>
                      {place === 0 && linkOf ? <Anchor component={Link} to={linkOf(row)} className="row-link">{shown(column, row)}</Anchor> : shown(column, row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Sheet>
      )}
      {rows && rows.length > 0 && (
        <Group mt="xs" gap="sm" role="status">
          <Text size="sm" c="dimmed">{next ? t.someShown(rows.length) : t.allShown(rows.length)}</Text>
          {next && <Button variant="default" size="xs" loading={loading} onClick={more}>{t.more}</Button>}
        </Group>
      )}
    </div>
  );
}

function shown<Row>(column: Column<Row>, row: Row) {
  return column.cell ? column.cell(row) : column.text(row);
}

function FilterField({ filter, value, onChange }: { filter: Filter; value?: string; onChange: (value: string | undefined) => void }) {
  const t = useTexts(listTexts);
  if (filter.kind === "choice") {
    const data = [{ value: "", label: filter.usual ?? t.all }, ...filter.options];
    return <NativeSelect label={filter.label} data={data} value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value || undefined)} size="sm" />;
  }
  if (filter.kind === "day") {
    return <TextInput type="date" label={filter.label} value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value || undefined)} size="sm" />;
  }
  return <SearchField label={filter.label} value={value ?? ""} onChange={onChange} />;
}

/** Asks when somebody stops typing, not at each letter. */
function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (value: string | undefined) => void }) {
  const [typed, setTyped] = useState(value);
  const [settled] = useDebouncedValue(typed, 250);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (settled !== value) latest.current(settled || undefined);
    // Only what was typed moves the address; the address moving must not type.
  }, [settled]);
  return (
    <TextInput type="search" label={label} leftSection={<Icon name="search" />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)}
      size="sm" className="search" />
  );
}

function SortableHead({ title, numeric, order, onSort }: { title: string; numeric?: boolean; order?: "ascending" | "descending"; onSort: () => void }) {
  return (
    <Table.Th aria-sort={order ?? "none"} className={numeric ? "numeric" : undefined}>
      <UnstyledButton className="sort" onClick={onSort}>
        {title}
        {order && <Icon name={order === "ascending" ? "down" : "up"} size={14} />}
      </UnstyledButton>
    </Table.Th>
  );
}

function useChosen(filters: Filter[]) {
  const [address, setAddress] = useSearchParams();
  const text = address.toString();
  const values = useMemo(() => {
    const stand = new URLSearchParams(text);
    return Object.fromEntries(filters.map(({ name }) => [name, stand.get(name) ?? undefined]));
    // The names of the filters, not the texts around them.
  }, [text, filters.map(({ name }) => name).join()]);
  const choose = (name: string, value: string | undefined) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === undefined) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const clear = () =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        for (const { name } of filters) after.delete(name);
        return after;
      },
      { replace: true },
    );
  return { values, choose, clear, any: Object.values(values).some((value) => value !== undefined) };
}

function useRows<Row>(load: ListProps<Row>["load"], values: Record<string, string | undefined>, turn: number) {
  const { language } = useLanguage();
  const [stand, setStand] = useState<{ rows?: Row[]; next?: string; failure?: unknown; loading: boolean }>({ loading: true });
  const [tries, setTries] = useState(0);
  const loading = useRef(new AbortController());
  const loader = useRef(load);
  loader.current = load;

  const read = useCallback(async (filters: Record<string, string | undefined>, before: Row[], after?: string) => {
    loading.current.abort();
    const stop = new AbortController();
    loading.current = stop;
    setStand((now) => ({ ...now, loading: true, failure: undefined }));
    try {
      const page = await loader.current(filters, after, stop.signal);
      if (!stop.signal.aborted) setStand({ rows: [...before, ...page.rows], next: page.next, loading: false });
    } catch (failure) {
      if (!stop.signal.aborted) setStand((now) => ({ ...now, failure, loading: false }));
    }
  }, []);
  useEffect(() => {
    void read(values, []);
    return () => loading.current.abort();
  }, [read, values, turn, tries, language]);

  return {
    ...stand,
    more: () => void read(values, stand.rows ?? [], stand.next),
    again: () => setTries((before) => before + 1),
  };
}

/** `sort=name` or `sort=-name` in the address; over the rows that are shown. */
function useSorted<Row>(rows: Row[] | undefined, columns: Column<Row>[]) {
  const { language } = useLanguage();
  const [address, setAddress] = useSearchParams();
  const sort = address.get("sort") ?? "";
  const key = sort.replace(/^-/, "");
  const column = columns.find((one) => one.key === key);
  const isDown = sort.startsWith("-");
  const order = new Intl.Collator(language, { numeric: true });
  const sorted = column && rows ? [...rows].sort((a, b) => (isDown ? -1 : 1) * compare(column.text(a), column.text(b), order)) : (rows ?? []);
  function sortBy(name: string) {
    const next = key !== name ? name : isDown ? undefined : `-${name}`;
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (next) after.set("sort", next);
        else after.delete("sort");
        return after;
      },
      { replace: true },
    );
  }
  return { rows: sorted, sortBy, orderOf: (name: string) => (name === key ? (isDown ? ("descending" as const) : ("ascending" as const)) : undefined) };
}

function compare(a: string | number, b: string | number, order: Intl.Collator) {
  return typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
}
