// The first page and what stands around every page: how many wait, what changed, long work that goes on when the page is loaded again,
// lists as files, dialogs by keyboard, paper, and small and large windows.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { CVS, makeProcedure, openHiring } from "./hiring_house.mjs";
import { HOSTILE, assert, office, tests, visit } from "./support.mjs";

const MANY = 1500; // papers: some seconds of work

/** Asks past the page, in the same session, for what is to go on without it. */
async function begin(visitor, operation, input) {
  const http = visitor.context.request;
  const { csrf } = await (await http.get("/api/session")).json();
  const answer = await http.post(`/api/${operation.replace(".", "/")}`, { data: input, headers: { "X-CSRF-Token": csrf, Prefer: "respond-async" } });
  assert.equal(answer.status(), 202, await answer.text());
  return (await answer.json()).job;
}

async function ended(visitor, job) {
  for (;;) {
    const { state } = await (await visitor.context.request.get(`/api/jobs/${job}`)).json();
    if (!["waiting", "running"].includes(state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What each part of a zip holds, by its name (APPNOTE.TXT: local headers, one after the other). */
function partsOf(zip) {
  const parts = {};
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, nameLength, extra] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
    const begins = at + 30 + nameLength + extra;
    parts[zip.toString("utf8", at + 30, at + 30 + nameLength)] = inflateRawSync(zip.subarray(begins, begins + packed)).toString("utf8");
    at = begins + packed;
  }
  return parts;
}

await office({}, async (house) => {
  await openHiring(house);
  const { vacancy } = await makeProcedure(house);
  const waiting = async (account) => (await house.act(account, "proposals.waiting")).mine;

  await tests({
    "the menu and the first page say how many proposals wait, and what changed since the last visit": async () => {
      const count = await waiting("recruiter");
      assert(count > 0);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/");
        await page.getByText(new RegExp(count === 1 ? "^Eén voorstel wacht" : `^${count} voorstellen wachten`)).waitFor();
        await page.getByRole("link", { name: `Te beslissen ${count} wachten op jou` }).waitFor();
        await page.getByRole("heading", { name: "Nieuw in de afgelopen week" }).waitFor();
        await visitor.look("home");
      });
    },
    "who comes back is told what others did meanwhile, and where it stands": () =>
      visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("data_protection_officer");
        await visitor.open("/");
        const hoursAgo = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();
        await page.evaluate(([here]) => {
          const name = Object.keys(localStorage).find((key) => key.startsWith("collega.visit."));
          localStorage.setItem(name, JSON.stringify({ here }));
        }, [hoursAgo(3)]);
        await visitor.open("/");
        await page.getByRole("heading", { name: /^New since/ }).waitFor();
        await visitor.look("home-news");
        await page.getByRole("link", { name: /changes in the AI register/ }).click();
        await page.waitForURL(/ledger\?kind=setting/);
        await page.getByRole("cell", { name: "Account privacy_coordinator" }).first().waitFor();
      }),
    "nothing changed is said too": () =>
      visit(house, {}, async (visitor) => {
        await visitor.enter("planner");
        await visitor.open("/");
        await visitor.page.getByText("Er is voor jou niets veranderd.").waitFor();
      }),
    "a second person finds on the first page what waits for them": async () => {
      const { uses } = await house.act("privacy_coordinator", "register.list", {});
      const { use } = uses.find((one) => one.use === "hiring.match");
      await house.act("privacy_coordinator", "register.switch", { use, to: "off", reason: "Even uit." });
      await house.act("privacy_coordinator", "register.switch", { use, to: "pilot", reason: "Weer op proef." });
      await visit(house, {}, async (visitor) => {
        await visitor.enter("second_privacy_coordinator");
        await visitor.open("/");
        await visitor.page.getByRole("region", { name: "Wacht ook op jou" }).getByRole("link", { name: /vraagt een tweede persoon/ }).click();
        await visitor.page.waitForURL(/register\/hiring\/match/);
      });
      await visit(house, {}, async (visitor) => {
        await visitor.enter("privacy_coordinator");
        await visitor.open("/");
        await visitor.page.getByText(/voorstel/).first().waitFor();
        assert.equal(await visitor.page.getByText("vraagt een tweede persoon").count(), 0, "nobody is their own second person");
      });
      const { switches } = await house.act("privacy_coordinator", "register.waiting", {});
      await house.act("second_privacy_coordinator", "register.confirm", { switch: switches[0].switch, opinion: "agree", reason: "Gelezen." });
    },
    "long work shows again when the page is loaded anew, can be stopped there, and how it ended is told once": async () => {
      const files = [];
      for (let number = 0; number < MANY; ++number) files.push(await house.upload("recruiter", `cv${number}.txt`, `${CVS["bos.txt"]}\nNummer ${number}\n`));
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/");
        const job = await begin(visitor, "hiring.add_candidates", { vacancy, files });
        await visitor.open("/");
        const running = page.getByRole("complementary", { name: "Loopt nu" });
        await running.getByText(/\d+ van 1\.500|begonnen/).waitFor();
        await visitor.picture("job-taken-up");
        await page.reload();
        await running.getByRole("button", { name: /stoppen$/ }).click();
        const over = page.getByRole("complementary", { name: "Afgelopen" });
        await over.getByText("Gestopt.").waitFor();
        await visitor.look("job-stopped");
        assert.equal(await ended(visitor, job), "stopped");
        await over.getByRole("button", { name: /gezien$/ }).click();
        await over.waitFor({ state: "hidden" });
        await page.reload();
        await page.locator("h1").waitFor();
        await page.waitForLoadState("networkidle");
        assert.equal(await over.count(), 0, "told twice");
      });
    },
    "what ended while nobody looked is told on the next page, once": () =>
      visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/");
        await page.waitForLoadState("networkidle");
        const job = await begin(visitor, "hiring.add_candidates", { vacancy, files: [await house.upload("recruiter", "laat.txt", `${CVS["bos.txt"]}\nlaat\n`)] });
        await page.goto("about:blank");
        assert.equal(await ended(visitor, job), "done");
        await visitor.open("/account");
        await page.getByText("Done while you were away.").waitFor();
        await visitor.look("job-done");
        await page.reload();
        await page.locator("h1").waitFor();
        await page.waitForLoadState("networkidle");
        assert.equal(await page.getByText("Done while you were away.").count(), 0, "told twice");
      }),
    "a list is saved as a workbook in which a formula is text": async () => {
      await house.act("hr_adviser", "library.add", { file: await house.upload("hr_adviser", "som.txt", "=1+1"), title: "=1+1 & <b>", kind: "other", everybody: true });
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/library");
        const download = page.waitForEvent("download");
        await page.getByRole("button", { name: "Bewaren als XLSX", exact: true }).click();
        const file = join(mkdtempSync(join(tmpdir(), "collega-")), "lijst.xlsx");
        await (await download).saveAs(file);
        const parts = partsOf(readFileSync(file));
        assert.match(parts["xl/worksheets/sheet1.xml"], /<c t="inlineStr"><is><t xml:space="preserve">=1\+1 &amp; &lt;b&gt;<\/t><\/is><\/c>/);
        assert.doesNotMatch(parts["xl/worksheets/sheet1.xml"], /<f>/);
        // The product's own reader is another's idea of the same format.
        const { columns } = await house.run("import", "mapping", file);
        assert.deepEqual(columns.map(({ header }) => header), ["Titel", "Soort", "Van", "Versie", "Geldt vanaf", "Voor jou te lezen"]);
      });
    },
    "a dialog by keyboard alone: Tab stays inside, Escape closes, and focus is where it was": () =>
      visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("administrator");
        await visitor.open("/accounts");
        const opener = page.getByRole("button", { name: "Invite somebody", exact: true });
        await visitor.tabTo(opener);
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        for (let pressed = 0; pressed < 12; ++pressed) {
          await page.keyboard.press("Tab");
          assert(await dialog.evaluate((element) => element.contains(document.activeElement)), "Tab left the dialog");
        }
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
        await page.waitForFunction(() => document.activeElement?.textContent === "Invite somebody");
      }),
    "an administrator invites an employee, found by name": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        const someone = house.people.filter((one) => one.unit === "T22").at(-1);
        await visitor.enter("administrator");
        await visitor.open("/accounts");
        await page.getByRole("button", { name: "Iemand uitnodigen", exact: true }).click();
        const dialog = page.getByRole("dialog");
        await page.keyboard.type(HOSTILE);
        await dialog.getByText("Niemand in dienst heet zo").waitFor();
        await dialog.getByLabel(/^Welke medewerker/).fill(someone.surname);
        const found = dialog.getByRole("region", { name: "Gevonden medewerkers" }).getByRole("button", { name: new RegExp(`${someone.surname}.*${someone.number}`) });
        await found.waitFor();
        await visitor.look("invite-found");
        await found.press("Enter");
        await dialog.getByRole("button", { name: "Iemand anders" }).waitFor();
        assert.match(await dialog.getByLabel(/^Naam die anderen zien/).inputValue(), new RegExp(`${someone.surname}$`));
        await dialog.getByLabel(/^Gebruikersnaam/).fill("gevonden@eikenhof.example");
        await dialog.getByRole("button", { name: "Iemand uitnodigen", exact: true }).click();
        await page.getByText("De eenmalige code voor gevonden@eikenhof.example").waitFor();
        await page.getByRole("button", { name: "Iemand uitnodigen", exact: true }).click();
        await dialog.getByLabel(/^Welke medewerker/).fill(someone.number);
        await dialog.getByText("heeft al account gevonden@eikenhof.example").waitFor();
        assert(await dialog.getByRole("region", { name: "Gevonden medewerkers" }).getByRole("button").isDisabled(), "a second account for one person");
      }),
    "the organisation of the register is read by who may not change it": async () => {
      await house.act("privacy_coordinator", "register.organisation", { name: `Stichting ${HOSTILE}`, contact: "ai@eikenhof.example" });
      await visit(house, { width: 390 }, async (visitor) => {
        await visitor.enter("works_council");
        await visitor.open("/register");
        const organisation = visitor.page.getByRole("region", { name: "De organisatie" });
        await organisation.getByText("Vragen over algoritmes: ai@eikenhof.example").waitFor();
        assert.equal(await organisation.getByRole("button").count(), 0);
        await visitor.look("register-organisation");
      });
    },
    "paper has no menu and no buttons, is black on white, and holds the whole table": () =>
      visit(house, { dark: true }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/people");
        await page.getByRole("row").nth(1).waitFor();
        await page.emulateMedia({ media: "print" });
        await visitor.picture("print");
        assert.equal(await page.getByRole("navigation").or(page.locator("header")).filter({ visible: true }).count(), 0, "a menu on paper");
        assert.equal(await page.locator("main .mantine-Button-root").filter({ visible: true }).count(), 0, "a button on paper");
        const [ink, paper, overflow] = await page.evaluate(() => {
          const cell = document.querySelector("td");
          return [getComputedStyle(cell).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector(".sheet")).overflowX];
        });
        assert.deepEqual([ink, paper, overflow], ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "visible"]);
      }),
    ...Object.fromEntries([[320, "small"], [640, "at 200% zoom"], [1920, "large"]].map(([width, name]) => [
      `every page of every role fits a window of ${width} px (${name})`,
      () => visitAll(house, width),
    ])),
  });
});

async function visitAll(house, width) {
  const pages = {
    recruiter: ["/", "/account", "/hiring/vacancies", "/hiring/new", "/hiring/pool", "/library"],
    privacy_coordinator: ["/register", "/register/hiring/match", "/ledger", "/use", "/kept", "/periods", "/hiring/due"],
    administrator: ["/accounts", "/imports", "/imports/new", "/server", "/ledger"],
    hr_adviser: ["/people", "/library"],
  };
  for (const [account, paths] of Object.entries(pages)) {
    await visit(house, { width, language: width === 1920 ? "en" : "nl" }, async (visitor) => {
      await visitor.enter(account);
      for (const path of paths) {
        await visitor.open(path);
        await visitor.page.waitForLoadState("networkidle");
        await visitor.picture(`fits-${account}${path.replaceAll("/", "-")}`);
        await visitor.checkFits(`${account} ${path}`);
      }
    });
  }
}
