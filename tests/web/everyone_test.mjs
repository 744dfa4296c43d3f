// What everybody has: the tray, a proposal that is decided, search, the account, and a session that ends under one's hands.
import { createHmac } from "node:crypto";
import { HOSTILE, assert, office, tests, visit } from "./support.mjs";

const USE = "hiring.match";
const CONDITIONS = ["owner", "data_protection_assessment", "works_council_consent", "notice", "overseer", "fundamental_rights_assessment"];
const VACANCY = "Vacature verzorgende\n\nFunctie-eisen\n- rijbewijs B\n- diploma verzorgende IG\n- ervaring met wondzorg is een pre\n";
const CV = `Kandidaat ${HOSTILE}\n\nWerkervaring\n2019 - 2024 verzorgende IG. Ik heb drie jaar ervaring met wondzorg.\n\nOpleiding\nDiploma verzorgende IG, 2018.\n`;
const today = new Date().toISOString().slice(0, 10);

/** Asks the server as this account, past the pages. */
async function asAccount(house, name, use) {
  return visit(house, {}, async (visitor) => {
    await visitor.enter(name);
    const http = visitor.context.request;
    const { csrf } = await (await http.get("/api/session")).json();
    const post = async (path, data) => {
      const answer = await http.post(path, { data, headers: { "X-CSRF-Token": csrf } });
      assert(answer.ok(), `${name}, ${path}: ${await answer.text()}`);
      return answer.json();
    };
    await post("/api/session/confirm", { password_or_code: house.password });
    return use((operation, input) => post(`/api/${operation.replace(".", "/")}`, input));
  });
}

/** The use is on, as two privacy coordinators decided. */
async function openUse(house) {
  const asked = await asAccount(house, "privacy_coordinator", async (ask) => {
    for (const condition of CONDITIONS) {
      const who = ["owner", "overseer"].includes(condition) ? house.logins.hr_adviser : undefined;
      await ask("register.complete", { use: USE, condition, date: today, reference: "map 7", who });
    }
    return ask("register.switch", { use: USE, to: "pilot", reason: "We proberen het." });
  });
  await asAccount(house, "second_privacy_coordinator", (ask) => ask("register.confirm", { switch: asked.switch, opinion: "agree", reason: "Akkoord." }));
}

/** Somebody applied, and the match waits for a decision: its number. */
async function makeProposal(house) {
  const ask = (operation, input) => house.act("recruiter", `hiring.${operation}`, input);
  const { requirements } = await ask("read_vacancy", { text: VACANCY });
  const added = await ask("add_vacancy", { title: `Verzorgende ${HOSTILE}`, text: VACANCY });
  const { vacancy } = added.row;
  const set = await ask("set_requirements", { vacancy, version: added.version, requirements: requirements.map(({ quote, ...one }) => one) });
  await ask("freeze_requirements", { vacancy, version: set.version });
  const taken = await ask("add_candidates", { vacancy, files: [await house.upload("recruiter", "cv.txt", `${CV}${Math.random()}\n`)] });
  const { application } = taken.files[0];
  return (await ask("candidate", { application })).proposal;
}

/** The six digits that an app shows for this key now (RFC 6238). */
function codeOf(key) {
  const bits = [...key.replace(/[\s=]/g, "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", secret).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const WORDS = {
  nl: { tray: "Te beslissen", limits: "Niet gezien" },
  en: { tray: "To decide", limits: "Not seen" },
};

await office({}, async (house) => {
  await openUse(house);
  const all = {};
  for (const [language, width] of [["nl", 1440], ["en", 390]]) {
    const words = WORDS[language];
    all[`a proposal tells why, with its source, and what was not seen, ${language}, ${width} px`] = async () => {
      const proposal = await makeProposal(house);
      assert(proposal, "no proposal was made");
      await visit(house, { language, width }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/");
        await page.locator("table a").first().waitFor();
        await visitor.look("tray");
        await page.locator("table a").first().click();
        await page.locator(".paper").waitFor();
        await visitor.open(`/proposals/${proposal}`);
        await page.getByRole("region", { name: words.limits }).waitFor();
        await visitor.look("proposal");
        await page.locator("[aria-expanded=false].reason").first().click();
        await page.getByRole("figure").first().waitFor();
        await visitor.look("proposal-source");
      });
    };
    all[`an account with its sessions, ${language}, ${width} px`] = () =>
      visit(house, { language, width, dark: width === 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/account");
        await page.getByRole("region", { name: language === "nl" ? "Waar je bent aangemeld" : "Where you are signed in" }).locator("td").first().waitFor();
        await visitor.look("account");
      });
  }

  await tests({
    ...all,
    "who has no role yet is told who gives one": () =>
      visit(house, {}, async (visitor) => {
        await visitor.enter("newcomer");
        await visitor.open("/");
        await visitor.page.getByText("Je hebt nog geen rol").waitFor();
        await visitor.look("no-role");
      }),
    "the code of an app is set up, asked at the next sign-in, and lost codes are no lockout": () =>
      visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("planner");
        await visitor.open("/account");
        await page.getByRole("button", { name: "Set up" }).waitFor();
        assert.equal(await page.getByRole("button", { name: "Remove" }).count(), 0, "nothing to remove yet");
        await page.getByRole("button", { name: "Set up" }).click();
        const proof = page.getByLabel("Password or code");
        const key = page.getByText("Key: ").locator("code");
        await proof.or(key).first().waitFor();
        if (await proof.isVisible()) {
          await visitor.look("step-up");
          await proof.fill(house.password);
          await page.keyboard.press("Enter");
        }
        await visitor.look("second-factor");
        await page.getByLabel("Six digits of the app").fill(codeOf(await key.innerText()));
        await page.getByRole("button", { name: "Confirm" }).click();
        const recovery = await page.locator("[role=status] pre").innerText();
        await visitor.look("recovery-codes");
        await page.context().clearCookies({ name: "collega" });
        await visitor.open("/");
        await page.getByLabel("Login").fill(house.logins.planner);
        await page.getByLabel(/^Password/).fill(house.password);
        await page.keyboard.press("Enter");
        await page.getByLabel(/^Code/).fill(recovery.split("\n")[0]);
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "To decide" }).waitFor();
        await visitor.open("/account");
        await page.getByText("A code of your app is asked for when you sign in.").waitFor();
        assert.equal(await page.getByRole("button", { name: "Set up" }).count(), 0);
        await page.getByRole("button", { name: "Remove" }).click();
        await page.getByRole("button", { name: "Set up" }).waitFor();
      }),
    "a session that ends in the middle of a form costs nothing": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/account");
        await page.getByRole("button", { name: "Nieuwe sleutel" }).click();
        await page.getByLabel(/^Waarvoor/).fill(HOSTILE);
        await page.getByRole("combobox", { name: /Bewerkingen/ }).or(page.getByLabel(/^Bewerkingen/)).first().click();
        await page.getByRole("option").first().click();
        await page.keyboard.press("Escape");
        await visitor.context.clearCookies({ name: "collega" });
        await page.getByRole("button", { name: "Sleutel maken" }).click();
        const again = page.getByRole("dialog").filter({ hasText: "Je sessie is voorbij" });
        await again.waitFor();
        await visitor.look("session-over");
        await again.getByLabel(/^Gebruikersnaam/).fill(house.logins.hr_adviser);
        await again.getByLabel(/^Wachtwoord/).fill(house.password);
        await again.getByRole("button", { name: "Aanmelden" }).click();
        const proof = page.getByLabel(/^Wachtwoord of code/);
        const made = page.getByText("Neem de sleutel nu over");
        await proof.or(made).first().waitFor();
        if (await proof.isVisible()) {
          await proof.fill(house.password);
          await page.keyboard.press("Enter");
        }
        await made.waitFor();
        await page.getByRole("cell", { name: /onerror/ }).first().waitFor();
        await visitor.look("key-made");
      }),
    "pages are found by keyboard alone": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/account");
        await page.keyboard.press("Control+k");
        await page.getByRole("combobox", { name: /^Zoek/ }).waitFor();
        await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
        await page.keyboard.type("beslis");
        await page.getByRole("option").first().waitFor();
        await visitor.look("search");
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Te beslissen" }).waitFor();
      }),
    "filters stand in the address": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/?which=expired");
        await page.getByText("Niets gevonden").waitFor();
        assert.equal(await page.getByLabel("Welke").inputValue(), "expired");
        await visitor.look("tray-nothing-found");
        await page.getByRole("button", { name: "Filters wissen" }).click();
        await page.waitForFunction(() => location.search === "");
      }),
  });
});
