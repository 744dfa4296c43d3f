// What somebody wants to see of a matrix, as the address has it: so it survives another tab, a candidate's page and a link.
import { useMemo } from "react";
import { useSearchParams } from "react-router-dom";
import type { Input } from "../../frame/client";
import type { Row, Shown } from "./Matrix";

type Asked = Input<"hiring.matrix">;

export interface Seen {
  asked: Asked;
  /** "code", the id of a requirement, or nothing: as the organisation wants it. */
  sort?: string;
  choose: (chosen: Record<string, string>) => void;
  clear: () => void;
  any: boolean;
}

const FILTERS = ["text", "group", "stage", "verdict", "requirement", "met", "sort"] as const;
/** As many as the server gives at once. */
const AT_ONCE = 500;

export function useSeen(vacancy: string): Seen {
  const [address, setAddress] = useSearchParams();
  const said = Object.fromEntries(FILTERS.map((name) => [name, address.get(name) ?? undefined])) as Record<(typeof FILTERS)[number], string | undefined>;
  const { sort, ...filters } = said;
  const choose = (chosen: Record<string, string>) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(chosen)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  const clear = () => choose(Object.fromEntries(FILTERS.map((name) => [name, ""])));
  return { asked: { vacancy, limit: AT_ONCE, ...filters } as Asked, sort, choose, clear, any: FILTERS.some((name) => said[name]) };
}

const MET_ORDER = { yes: 0, partly: 1, unknown: 2, no: 3 } as const;

/** Each group by itself: nobody leaves their group by an order. */
export function useSorted(rows: Row[], requirements: Shown["requirements"], sort: string | undefined): Row[] {
  return useMemo(() => {
    if (!sort) return rows;
    const line = requirements.findIndex(({ requirement }) => requirement === sort);
    if (sort !== "code" && line < 0) return rows;
    const groups = [...new Set(rows.map(({ group }) => group))];
    const metAt = ({ met }: Row) => (met[line] ? MET_ORDER[met[line]] : METS);
    const inGroup = (a: Row, b: Row) => (sort === "code" ? whoIs(a).localeCompare(whoIs(b)) : metAt(a) - metAt(b));
    return [...rows].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || inGroup(a, b));
  }, [rows, requirements, sort]);
}

const METS = Object.keys(MET_ORDER).length;

function whoIs({ name, code }: Row) {
  return name ?? code;
}
