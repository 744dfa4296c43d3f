import { type ComponentType, createContext, useContext } from "react";
import type { Answer, OperationName } from "./client";
import type { InTwo } from "./language";

/** A page: its address, its name, and which operation one must be allowed to ask for to see it. */
export interface Page {
  path: string;
  title: InTwo;
  needs?: OperationName;
  /** Stands at the left; false for a page that one comes to from another. */
  inMenu?: boolean;
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

export type May = (operation: OperationName) => boolean;

export interface Desk {
  name: string;
  title: InTwo;
  pages: Page[];
  /** Where a proposal of this desk is decided, when it has a page of its own. */
  pageOf?: (proposal: Answer<"proposals.show">) => string | undefined;
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
