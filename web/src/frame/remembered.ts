/** What this browser keeps of somebody between their visits; nothing where it may keep nothing. */
export function recall<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(`collega.${name}`);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function remember(name: string, what: unknown) {
  try {
    localStorage.setItem(`collega.${name}`, JSON.stringify(what));
  } catch {
    // A browser that keeps nothing tells what is new anew.
  }
}
