/** The page of a concept: its name may be an address with slashes, so it stands behind the question mark. */
export function pathOf(concept: string): string {
  return `/skills/concept?name=${encodeURIComponent(concept)}`;
}
