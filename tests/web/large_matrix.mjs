// The matrix as it would be with 500 candidates and 20 requirements, and when it has been painted.

export function many(matrix) {
  const requirements = Array.from({ length: 20 }, (_, place) => ({ ...matrix.requirements[0], requirement: `r${place}`, label: `Criterium ${place + 1}` }));
  const met = ["yes", "partly", "no", "unknown"];
  const rows = Array.from({ length: 500 }, (_, place) => ({
    ...matrix.rows[0], application: `a${place}`, code: `K-Z${place + 1}`, met: requirements.map((_one, line) => met[(place * 7 + line) % 4]),
  }));
  return { ...matrix, requirements, rows };
}

/** To run in the page before all else. */
export function notePainted() {
  const look = () => {
    if (!document.querySelector(".matrix td svg")) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => (globalThis.paintedAt = performance.now())));
  };
  look();
}
