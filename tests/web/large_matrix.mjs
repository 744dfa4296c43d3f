// The matrix as it would be with 500 candidates and 20 requirements, and when it has been painted.

function many(matrix) {
  const requirements = Array.from({ length: 20 }, (_, place) => ({ ...matrix.requirements[0], requirement: `r${place}`, label: `Criterium ${place + 1}` }));
  const met = ["yes", "partly", "no", "unknown"];
  const rows = Array.from({ length: 500 }, (_, place) => ({
    ...matrix.rows[0], application: `a${place}`, code: `K-Z${place + 1}`, met: requirements.map((_one, line) => met[(place * 7 + line) % 4]),
  }));
  return { ...matrix, requirements, rows };
}

/** To run in the page before all else. */
function notePainted() {
  const look = () => {
    if (!document.querySelector(".matrix td svg")) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => (globalThis.paintedAt = performance.now())));
  };
  look();
}

/** Goes to the matrix of a vacancy as if it had five hundred; gives how long after the answer it was painted, in ms. */
export async function openLarge(visitor, vacancy) {
  const { page } = visitor;
  await visitor.enter("recruiter");
  await page.route("**/api/hiring/matrix", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: many(await answer.json()) });
  });
  await page.addInitScript(notePainted);
  await visitor.open("/hiring/vacancies");
  await page.locator(`a[href$="${vacancy}"]`).click();
  await page.waitForFunction(() => globalThis.paintedAt);
  return page.evaluate(() => globalThis.paintedAt - performance.getEntriesByType("resource").findLast(({ name }) => name.endsWith("/api/hiring/matrix")).responseEnd);
}
