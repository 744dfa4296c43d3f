// What a recruiter waits for, in a real browser: `node bench/browser.mjs BINARY PAGES DEMO`, DEMO a folder that collega_demo wrote.
//   200 papers dropped (those of the demo, ten scans among them, and texts): until the first candidate is in the matrix, and until all are
//   500 candidates beside 20 requirements: from the answer of the server to the painted matrix
// On a machine where nothing else runs; docs/measurements.md keeps the figures.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHiring } from "../tests/web/hiring_house.mjs";
import { openLarge } from "../tests/web/large_matrix.mjs";
import { assert, office, visit } from "../tests/web/support.mjs";

const demo = process.argv[4] ?? "build/demo";
const PAPERS = 200;
const TIMES = 5;

await office({}, async (house) => {
  await openHiring(house);
  const vacancy = await begin(house);
  await visit(house, {}, async (visitor) => {
    await visitor.enter("recruiter");
    await visitor.open(`/hiring/vacancies/${vacancy}`);
    await dropAll(visitor.page);
  });
  const painted = [];
  for (let time = 0; time < TIMES; ++time) painted.push(await visit(house, {}, (visitor) => openLarge(visitor, vacancy)));
  console.log(`500 candidates beside 20 requirements: painted ${painted.sort((a, b) => a - b).map(Math.round).join(", ")} ms after the answer`);
});

async function begin(house) {
  const text = readFileSync(join(demo, "text/vacancies/verpleegkundige-wijk.txt"), "utf8");
  const { row } = await house.act("recruiter", "hiring.add_vacancy", { title: "Verpleegkundige wijk", text, unit: "L1" });
  const step = async (operation, given = {}) => {
    const { version } = await house.act("recruiter", "hiring.vacancy", { vacancy: row.vacancy });
    return house.act("recruiter", operation, { vacancy: row.vacancy, version, ...given });
  };
  const criteria = JSON.parse(readFileSync(join(demo, "criteria/verpleegkundige-wijk.json"), "utf8"));
  await step("hiring.set_requirements", { requirements: criteria.map((one) => ({ ...one, threshold: String(one.threshold ?? "") })) });
  await step("hiring.freeze_requirements");
  return row.vacancy;
}

/** The papers, filled up to 200 with the same as text and a line that no other has. */
function papers(folder) {
  const files = readdirSync(join(demo, "cvs")).map((name) => join(demo, "cvs", name));
  const texts = readdirSync(join(demo, "text/cvs")).filter((name) => name.endsWith("_cv.txt"));
  for (let place = 0; files.length < PAPERS; ++place) {
    const text = `${readFileSync(join(demo, "text/cvs", texts[place]), "utf8")}\nGereedschap nummer ${place}, kast ${place * 7}.\n`;
    const path = join(folder, `t${place}-nogeens_cv.txt`);
    writeFileSync(path, text);
    files.push(path);
  }
  return files;
}

async function dropAll(page) {
  const folder = mkdtempSync(join(tmpdir(), "papers-"));
  try {
    await drop(page, papers(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function drop(page, files) {
  assert.equal(files.length, PAPERS);
  const begun = Date.now();
  const since = () => ((Date.now() - begun) / 1000).toFixed(1);
  await page.locator("input[type=file]").setInputFiles(files);
  await page.locator(".matrix a").first().waitFor({ timeout: 60_000 });
  const first = since();
  const sent = await page.evaluate(() => {
    const posts = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/files"));
    return ((posts.at(-1).responseEnd - posts[0].startTime) / 1000).toFixed(1);
  });
  await page.waitForFunction((all) => {
    const told = [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent ?? "").find((text) => /niet te lezen/.test(text));
    const counted = (told?.match(/\d+/g) ?? []).map(Number).reduce((sum, one) => sum + one, 0);
    return counted === all && document.querySelector(".jobs") === null;
  }, PAPERS, { timeout: 300_000 });
  await page.waitForLoadState("networkidle");
  const told = await page.getByText("niet te lezen.").first().textContent();
  console.log(`${PAPERS} papers dropped: sent after ${sent} s, first candidate in the matrix after ${first} s, all after ${since()} s (${told})`);
}
