import type { ReactNode } from "react";

/** Around a table that may be wider than a phone: scrolls by itself, by keyboard too. */
export function Sheet({ name, children }: { name: string; children: ReactNode }) {
  return <div className="sheet" tabIndex={0} role="region" aria-label={name}>{children}</div>;
}
