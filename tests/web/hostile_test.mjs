// Every field of every page, filled with what does harm, with too much, and with what cannot be. Pages, forms and fields are found by
// following links and pressing buttons, so that a new page is covered from its first day. Whatever comes of it: no script runs, the
// text stays text, a refusal is told in words, and what was typed is still there.
import { makeProcedure, openHiring } from "./hiring_house.mjs";
import { assert, HOSTILE, office, tests, visit } from "./support.mjs";

const MARK = "x-onerror-x"; // in each text, to know it again in what is sent
const ROUNDS = [
  { name: "hostile", text: `${HOSTILE} ${MARK}`, number: "-1", day: "9999-12-31" },
  { name: "endless", text: `${MARK}${" en 🦆 nog veel langer".repeat(900)}`, number: "99999999999999999999", day: "0001-01-01" },
  { name: "control", text: `${MARK}\u0000\u0007\u001b[31m\u2028\u200f\u202eomgekeerd\ufffe\ud800`, number: "0.000001", day: "1582-10-10" },
];
const ROLES = ["recruiter", "manager", "privacy_coordinator", "data_protection_officer", "works_council", "administrator", "hr_adviser", "payroll", "employee"];
const MOST_PAGES = 40;
// A button that sent nothing is tried once more where another has brought more to fill in.
const MOST_TRIES = 2;
const OPENS_IN_MS = 200;
const TOLD_IN_MS = 1000;
// They leave what was opened, end the visit, or begin work that takes longer than this test.
const LEFT_ALONE = /^(Annuleren|Sluiten|Afmelden|Nu een back-up|CSV|Excel|Als werkblad|Besluiten als)/;
const FIELDS = "input:not([type=hidden]):not([type=file]):not([type=checkbox]):not([type=radio]), textarea";

/** One that was looked at stands for all that are like it: ids are not told apart, and a proposal is the page of its candidate. */
const patternOf = (path) => path.replace(/[?#].*$/, "").replace("/hiring/proposals/", "/hiring/candidates/").replace(/\/[^/]*\d[^/]*/g, "/:id").replace(/(register)\/.+/, "$1/:use");

/** Not where something lies over it. */
async function pressed(target) {
  return target.click({ timeout: 2000 }).then(() => true, () => false);
}

class Walk {
  constructor(visitor, tries) {
    Object.assign(this, { visitor, page: visitor.page, tries, sent: [], refused: [], under_way: 0, told: new Set(), tried: 0 });
    const ended = () => --this.under_way;
    this.page.on("request", (request) => {
      if (!request.url().includes("/api/") || request.url().endsWith("/events")) return;
      this.under_way += 1;
      if (request.postData()?.includes(MARK) || decodeURIComponent(request.url()).includes(MARK)) this.sent.push(request.url());
    });
    this.page.on("requestfinished", (request) => request.url().includes("/api/") && !request.url().endsWith("/events") && ended());
    this.page.on("requestfailed", (request) => request.url().includes("/api/") && !request.url().endsWith("/events") && ended());
    this.page.on("response", (response) => response.status() >= 400 && response.status() < 500 && this.refused.push(`${response.status()} ${response.url()}`));
  }

  async quiet() {
    for (let calm = 0; calm < 3; calm = this.under_way <= 0 ? calm + 1 : 0) await this.page.waitForTimeout(25);
  }

  /** From the first page, by every link. */
  async all(paths) {
    const found = new Set();
    for (let at = 0; at < paths.length && found.size < MOST_PAGES; ++at) {
      const pattern = patternOf(paths[at]);
      if (found.has(pattern)) continue;
      found.add(pattern);
      await this.open(paths[at]);
      paths.push(...(await this.page.locator("a[href^='/']:visible").evaluateAll((all) => all.map((one) => one.getAttribute("href")))));
      await this.tryPage(paths[at], pattern);
    }
  }

  async open(path) {
    await this.visitor.open(path);
    await this.quiet();
  }

  /** The page as it opens, each of its tabs, and what its buttons open. */
  async tryPage(path, pattern) {
    await this.trySurface(path, pattern, []);
    for (const tab of await this.namesOf("main [role=tab][aria-selected=false]")) await this.trySurface(path, `${pattern} ${tab}`, [{ role: "tab", name: tab }]);
  }

  async trySurface(path, name, steps) {
    if (!(await this.reach(path, steps))) return;
    const within = await this.surface();
    let isChanged = false;
    for (const button of await this.namesOf(`${within} button:not([role=tab], th button)`)) {
      const key = `${name} › ${button}`;
      if (LEFT_ALONE.test(button) || (this.tries.get(key) ?? 0) >= MOST_TRIES) continue;
      this.tries.set(key, (this.tries.get(key) ?? 0) + 1);
      if (process.env.TELL) console.log(`        ${key}`);
      if (isChanged && !(await this.reach(path, steps))) return; // an act before took it away
      const before = await this.looks();
      const went = await this.tryButton(key, button, ROUNDS[0]);
      const after = await this.looks();
      isChanged = went.sent || after.text !== before.text;
      if (went.sent) {
        this.tries.set(key, MOST_TRIES);
        for (const round of ROUNDS.slice(1)) {
          if (!(await this.reach(path, steps)) || (await this.button(button).count()) === 0) break;
          await this.tryButton(key, button, round);
        }
      } else if (!went.isAway && steps.length < 2 && (after.isDialog > before.isDialog || after.fields > before.fields)) {
        await this.trySurface(path, after.isDialog > before.isDialog ? key : name, [...steps, { role: "button", name: button }]);
      }
    }
  }

  /** A dialog where one is open: nothing behind it can be used. */
  async surface() {
    return (await this.page.locator("[role=dialog]:visible").count()) > 0 ? "[role=dialog]:visible" : "main";
  }

  /** Where one is and what can be filled in. */
  async looks() {
    const isDialog = (await this.surface()) !== "main";
    const fields = await this.fields().count();
    return { isDialog, fields, text: `${this.page.url()} ${isDialog} ${fields}` };
  }

  fields() {
    return this.page.locator(FIELDS).filter({ visible: true });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true }).filter({ visible: true }).last();
  }

  /** Each name once; of "Intrekken: rooster" the first that begins so. */
  async namesOf(selector) {
    const names = await this.page.locator(selector).filter({ visible: true }).evaluateAll((all) =>
      all.filter((one) => !one.disabled && one.getAttribute("aria-haspopup") !== "menu").map((one) => (one.getAttribute("aria-label") ?? one.textContent).trim()));
    const kinds = new Map(names.filter(Boolean).map((name) => [name.split(":")[0], name]));
    return [...kinds.values()];
  }

  async reach(path, steps) {
    await this.open(path);
    for (const { role, name } of steps) {
      const target = this.page.getByRole(role, { name, exact: true }).filter({ visible: true }).last();
      if ((await target.count()) === 0 || !(await pressed(target))) return false;
      await this.page.waitForTimeout(OPENS_IN_MS);
      await this.quiet();
    }
    return true;
  }

  /** Fills whatever can be filled, and gives what then stands there. */
  async fill(round) {
    const scope = await this.surface();
    const fields = this.page.locator(scope).locator(FIELDS).filter({ visible: true });
    for (let at = 0; at < (await fields.count()); ++at) {
      const field = fields.nth(at);
      if (!(await field.isEditable())) continue;
      const type = await field.evaluate((element) => element.type);
      await field.fill(type === "number" ? round.number : type === "date" ? round.day : round.text);
    }
    for (const select of await this.page.locator(`${scope} select`).filter({ visible: true }).all())
      if (await select.isEnabled()) await select.selectOption({ index: (await select.locator("option").count()) - 1 });
    for (const box of await this.page.locator(`${scope} input[type=checkbox], ${scope} input[type=radio]`).filter({ visible: true }).all())
      await box.evaluate((element) => element.disabled || element.checked || element.click());
    await this.quiet();
    return this.values();
  }

  values() {
    return this.fields().evaluateAll((all) => all.map((one) => [one.labels?.[0]?.textContent ?? one.getAttribute("aria-label") ?? one.name, one.value]));
  }

  async tryButton(key, name, round) {
    const filled = await this.fill(round);
    Object.assign(this, { sent: [], refused: [] });
    const address = this.page.url();
    const target = this.button(name);
    if ((await target.count()) === 0 || !(await target.isEnabled())) return { sent: false };
    if (!(await pressed(target))) return { sent: false };
    await this.quiet();
    const sent = this.sent.length > 0;
    if (sent) this.tried += 1;
    await this.judge(`${key} (${round.name})`, filled);
    return { sent, isAway: this.page.url() !== address };
  }

  async judge(where, filled) {
    assert.equal(await this.page.evaluate(() => globalThis.harmed), undefined, `${where}: a script ran`);
    assert.equal(await this.page.locator("img[src=x]").count(), 0, `${where}: text became an image`);
    const refused = this.refused.filter((one) => !one.startsWith("401"));
    if (refused.length === 0) return;
    await this.page.locator("[role=alert]:visible").first().waitFor({ timeout: TOLD_IN_MS }).catch(() => {});
    const alerts = (await this.page.locator("[role=alert]:visible").allTextContents()).map((text) => text.trim());
    assert(alerts.some((text) => text.length > 15), `${where}: refused (${refused}) and not told why`);
    for (const text of alerts) {
      this.told.add(`${where}: ${text.slice(0, 160)}`);
      assert.doesNotMatch(text, /undefined|\[object|NaN|null\b|internal/i, where);
    }
    if (this.sent.length > 0) {
      const now = new Map(await this.values());
      for (const [label, value] of filled) assert(!value.includes(MARK) || now.get(label) === value, `${where}: what was typed in "${label}" became "${now.get(label)?.slice(0, 60)}" (${now.get(label)?.length} for ${value.length})`);
    }
  }
}

await office({}, async (house) => {
  await openHiring(house);
  const { candidates, vacancy } = await makeProcedure(house);
  const draft = await house.act("recruiter", "hiring.add_vacancy", { title: "Kok", text: "Kok. Je hebt rijbewijs B.", unit: "L1" });
  const { token } = await house.act("recruiter", "hiring.make_link", { application: candidates["maas.txt"] });
  const tries = new Map();
  const told = new Set();
  const starts = {
    recruiter: ["/", "/hiring/new", `/hiring/vacancies/${draft.row.vacancy}?part=requirements`, `/hiring/vacancies/${vacancy}`, `/hiring/candidates/${candidates["bos.txt"]}`],
    manager: ["/", `/hiring/candidates/${candidates["maas.txt"]}`],
  };
  const walked = (role, paths) => () => visit(house, { expected: [/Failed to load resource/] }, async (visitor) => {
    if (role) await visitor.enter(role);
    const walk = new Walk(visitor, tries);
    await walk.all(paths);
    walk.told.forEach((one) => told.add(one));
    console.log(`        ${walk.tried} times sent`);
  });
  await tests({
    ...Object.fromEntries(ROLES.map((role) => [`whatever ${role} types stays text, and a refusal is told`, walked(role, [...(starts[role] ?? ["/"]), "/account"])])),
    "whatever a candidate types by their link": walked(undefined, [`/my-application#${token}`]),
    "whatever somebody types who is not signed in": walked(undefined, ["/", "/password"]),
  });
  if (process.env.TELL) console.log([...told].join("\n"));
});
