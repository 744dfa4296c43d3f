import { type ComponentType, createContext, useContext } from "react";
import type { Answer, OperationName } from "./client";
import type { InTwo } from "./language";
import type { Session } from "./session";

/** A page: its address, its name, and which operation one must be allowed to ask for to see it. */
export interface Page {
  path: string;
  title: InTwo;
  needs?: OperationName;
  /** Stands at the left; false for a page that one comes to from another. */
  inMenu?: boolean;
  /** What stands beside its name in the menu, such as how many wait there: a hook. */
  useMark?: () => Mark | undefined;
  /** For who is not signed in, and without the frame: who follows a link that was sent to them. */
  outside?: boolean;
  load: () => Promise<{ default: ComponentType }>;
}

/** What Ctrl-K finds: a thing with a page of its own. */
export interface Found {
  label: string;
  kind: InTwo;
  path: string;
}

export interface Mark {
  short: string;
  /** The same for who does not see where it stands. */
  inWords: InTwo;
}

/** A sentence of the first page, and where it leads. */
export interface Tiding {
  text: InTwo;
  path: string;
}

export type May = (operation: OperationName) => boolean;

export interface Desk {
  name: string;
  title: InTwo;
  pages: Page[];
  /** Where a proposal of this desk is decided, when it has a page of its own. */
  pageOf?: (proposal: Answer<"proposals.show">) => string | undefined;
  /** What changed since that moment, by others, as far as this person may see it. */
  news?: (since: string, session: Session, signal: AbortSignal) => Promise<Tiding[]>;
  /** What waits for this person beside proposals. */
  waits?: (session: Session, signal: AbortSignal) => Promise<Tiding[]>;
  /** Looks among what this desk has for things with this text in them; asks only what the person may. */
  find?: (text: string, may: May, signal: AbortSignal) => Promise<Found[]>;
}

export const DesksContext = createContext<Desk[]>([]);

/** Every desk there is, for what goes over all of them. */
export function useDesks() {
  return useContext(DesksContext);
}

/** Where a proposal is decided: at its desk, else on the page that all have. */
export function pageOfProposal(desks: Desk[], proposal: Answer<"proposals.show">): string {
  for (const desk of desks) {
    const page = desk.pageOf?.(proposal);
    if (page) return page;
  }
  return `/proposals/${proposal.id}`;
}
