import type { ComponentType } from "react";
import type { OperationName } from "./client";
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
  /** Looks among what this desk has for things with this text in them; asks only what the person may. */
  find?: (text: string, may: May, signal: AbortSignal) => Promise<Found[]>;
}
