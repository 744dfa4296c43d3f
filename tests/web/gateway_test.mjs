// Language models in a browser: a service set up, what may leave decided, the shield tried, a conversation through it, keys, and use in numbers.
import { HOSTILE, assert, office, tests, visit } from "./support.mjs";

const USE = "gateway.send_message";
const field = (place, label) => place.getByLabel(new RegExp(`^${label}( \\*)?$`));
const button = (place, name) => place.getByRole("button", { name, exact: true });

/** Sends what is open, and proves who one is where that is asked. */
async function sendAndProve(visitor, dialog, submit) {
  const { page } = visitor;
  await button(dialog, submit).click();
  const proof = page.getByLabel(/^(Wachtwoord of code|Password or code)( \*)?$/);
  await Promise.race([dialog.waitFor({ state: "hidden" }), proof.waitFor()]);
  if (!(await proof.isVisible())) return;
  await proof.fill(visitor.house.password);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").first().waitFor({ state: "hidden" });
}

/** Owner and notice, as the register asks of a limited risk. */
async function openUse(house) {
  await house.confirm("privacy_coordinator");
  const date = new Date().toISOString().slice(0, 10);
  for (const condition of ["owner", "notice"]) {
    const who = condition === "owner" ? house.logins.hr_adviser : undefined;
    await house.act("privacy_coordinator", "register.complete", { use: USE, condition, date, reference: "map 7", who });
  }
  await house.act("privacy_coordinator", "register.switch", { use: USE, to: "pilot", reason: "We proberen het." });
}

await office({}, async (house) => {
  const { surname } = house.people.find((one) => one.unit === "T11");
  const model = await house.model();
  await tests({
    "who wants to ask while no model is set up is told so, and nothing breaks": () =>
      visit(house, {}, async (visitor) => {
        await visitor.enter("hr_adviser");
        await visitor.open("/chat");
        await visitor.page.getByText("Er is nog geen taalmodel ingesteld.").waitFor();
        assert.equal(await button(visitor.page, "Versturen").count(), 0);
        await visitor.look("chat-none");
      }),
    "a provider elsewhere is not taken without its two checks; a machine of our own is, and its key never comes back": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("administrator");
        await visitor.open("/models/providers");
        await page.getByText("Er is geen aanbieder ingesteld.").waitFor();
        await button(page, "Aanbieder toevoegen").click();
        const dialog = page.getByRole("dialog").first();
        await field(dialog, "Naam").fill("Eigen machine");
        await field(dialog, "Adres, tot en met /v1").fill(model);
        await field(dialog, "Sleutel").fill("sk-geheim-7f3a");
        await field(dialog, "Naam hier").fill("plain");
        await visitor.look("provider-form");
        await button(dialog, "Vastleggen").click();
        assert(await field(dialog, "Verwerkersovereenkomst nagegaan op").evaluate((input) => input.validity.valueMissing));
        await field(dialog, "Draait op machines van de organisatie zelf").check();
        await field(dialog, "bijzondere gegevens").check();
        await sendAndProve(visitor, dialog, "Vastleggen");
        const shown = page.getByRole("region", { name: "Eigen machine" });
        await shown.getByText("sleutel verzegeld").waitFor();
        await button(page, "Grens stellen").click();
        await field(page.getByRole("dialog"), "Tokens per maand \\(0: geen grens\\)").fill("200000");
        await button(page.getByRole("dialog"), "Grens stellen").click();
        await page.getByRole("cell", { name: "200.000" }).waitFor();
        await visitor.look("providers");
        assert(!(await page.content()).includes("sk-geheim"));
      }),
    "the coordinator decides what may leave for a purpose; others read it": async () => {
      await visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("privacy_coordinator");
        await visitor.open("/models/policies");
        await button(page, "Add a purpose").click();
        await field(page.getByRole("dialog"), "Name: small letters, digits, - and _").fill("vacancies");
        await button(page.getByRole("dialog"), "Add a purpose").click();
        await page.waitForURL(/purpose=vacancies/);
        await field(page, "citizen service number").selectOption({ label: "refuse" });
        await field(page, "date of birth").selectOption({ label: "generalise" });
        assert.equal(await field(page, "name").locator("option", { hasText: "generalise" }).count(), 0);
        await button(page, "Record the policy").click();
        await page.getByText("Recorded. It holds at once.").waitFor();
        await visitor.look("policies");
        await page.reload();
        assert.equal(await field(page, "citizen service number").inputValue(), "refuse");
      });
      await visit(house, {}, async (visitor) => {
        await visitor.enter("works_council");
        await visitor.open("/models/policies?purpose=vacancies");
        await visitor.page.getByRole("cell", { name: "weigeren" }).waitFor();
        assert.equal(await button(visitor.page, "Beleid vastleggen").count(), 0);
        await visitor.look("policies-read");
      });
    },
    "an employee sees what of a text would leave, and why": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/shield");
        await visitor.tabTo(field(page, "Tekst"));
        await page.keyboard.type(`Kan Anna ${surname} (06-12345678) haar verlof nog opnemen? ${HOSTILE}`);
        await visitor.tabTo(button(page, "Laat zien wat weg zou gaan"));
        await page.keyboard.press("Enter");
        const sent = page.getByRole("region", { name: "Wat weg zou gaan" });
        await sent.waitFor();
        const leaves = await sent.innerText();
        assert(!leaves.includes(surname) && !leaves.includes("12345678"), leaves);
        await page.getByRole("cell", { name: "telefoonnummer", exact: true }).waitFor();
        await visitor.look("shield");
      }),
    "a text with what the policy refuses does not leave": () =>
      visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/shield");
        await field(page, "Text").fill("Her BSN is 111222333.");
        await field(page, "Purpose").selectOption("vacancies");
        await button(page, "Show what would leave").click();
        await page.getByText("This text does not leave. The policy refuses: citizen service number.").waitFor();
        assert.equal(await page.getByRole("region", { name: "What would leave" }).count(), 0);
        await visitor.look("shield-refused");
      }),
    "a question while the register says no stays in its field, with what is missing": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/chat");
        await field(page, "Je vraag").fill("Hoeveel weken duurt zwangerschapsverlof?");
        await button(page, "Versturen").click();
        await page.getByText("Het AI-register vraagt nog:").waitFor();
        assert.equal(await field(page, "Je vraag").inputValue(), "Hoeveel weken duurt zwangerschapsverlof?");
        await visitor.look("chat-closed");
      }),
    "an employee asks through the shield: the model never sees the name, the answer has it, and the conversation is there until it is deleted": async () => {
      await openUse(house);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/chat");
        await visitor.tabTo(field(page, "Je vraag"));
        await page.keyboard.type(`Schrijf een kaartje aan Anna ${surname}. ${HOSTILE}`);
        await button(page, "Eerst zien wat weggaat").click();
        await page.getByRole("heading", { name: "Wat er van deze vraag weg zou gaan" }).waitFor();
        await visitor.look("chat-looked");
        await visitor.tabTo(field(page, "Je vraag"));
        await page.keyboard.press("Control+Enter");
        await page.waitForURL(/\/chat\/.+/);
        const answer = page.getByRole("region", { name: "Gesprek" }).getByText(/^U schreef: /);
        assert((await answer.innerText()).includes(surname));
        const replaced = page.getByRole("region", { name: "Vervangen in dit gesprek" });
        await replaced.getByRole("cell", { name: `Anna ${surname}`, exact: true }).waitFor();
        const heard = await house.heard();
        assert(heard.includes("Persoon-") && !heard.includes(surname), heard);
        await visitor.look("chat");
        await field(page, "Je vraag").fill(`En ook een aan de broer van ${surname}.`);
        await button(page, "Versturen").click();
        await page.getByRole("listitem").filter({ hasText: "U schreef: En ook een" }).waitFor();
        await page.getByRole("navigation", { name: "Jouw gesprekken" }).getByRole("link").first().waitFor();
      });
      await visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/chat");
        const mine = page.getByRole("navigation", { name: "Your conversations" });
        await mine.getByRole("link").first().click();
        await page.getByText(/^kept until /).waitFor();
        await visitor.look("chat-phone");
        await button(page, "Delete conversation").click();
        await button(page.getByRole("dialog"), "Delete conversation").click();
        await mine.getByText("You have no conversations yet.").waitFor();
      });
      await visit(house, {}, async (visitor) => {
        await visitor.enter("recruiter");
        await visitor.open("/chat");
        await visitor.page.getByText("Je hebt nog geen gesprekken.").waitFor();
      });
    },
    "a key for a tool asks models and nothing else": () =>
      visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/models/tools");
        await page.getByText(`${house.address}/v1`, { exact: true }).waitFor();
        await button(page, "Make a key").click();
        const dialog = page.getByRole("dialog").first();
        await field(dialog, "For which tool").fill("Editor");
        await sendAndProve(visitor, dialog, "Make a key");
        const key = await page.getByText(/^collega_p_[\w-]{20,}/).innerText();
        await visitor.look("tools");
        const ask = (path) => fetch(house.address + path, { headers: { Authorization: `Bearer ${key}` } });
        assert.deepEqual((await (await ask("/v1/models")).json()).data.map(({ id }) => id), ["plain"]);
        assert.equal((await ask("/api/administration/list_people")).status, 403);
      }),
    "on a phone an administrator sees all of it": () =>
      visit(house, { language: "en", width: 390 }, async (visitor) => {
        await visitor.enter("administrator");
        for (const page of ["chat", "shield", "models/tools", "models/providers", "models/policies", "models/usage", "models/seen"]) {
          await visitor.open(`/${page}`);
          await visitor.look(`phone-${page.replace("/", "-")}`);
        }
        await visitor.open("/models/providers");
        await button(visitor.page, "Change").click();
        await field(visitor.page.getByRole("dialog"), "Place in the order").waitFor();
        await visitor.look("phone-provider-form");
      }),
    "use is shown by purpose and of no person": () =>
      visit(house, { width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("data_protection_officer");
        await visitor.open("/models/usage");
        await page.getByRole("cell", { name: "minder dan 5" }).first().waitFor();
        await visitor.look("usage");
      }),
    "counts that IT hands in show which tools are used beside Collega; a wrong line is named and nothing is lost": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("administrator");
        await visitor.open("/models/seen");
        await button(page, "Tellingen inlezen").click();
        const dialog = page.getByRole("dialog");
        await field(dialog, "Een dag in de maand waarover het gaat").fill("2026-10-15");
        await field(dialog, "Tellingen").fill("chat.voorbeeld.example;1200;31\nniets");
        await button(dialog, "Inlezen").click();
        await dialog.getByText("Regel 2 is geen domein;bezoeken;mensen.").waitFor();
        await field(dialog, "Tellingen").fill("chat.voorbeeld.example;1200;31\nschrijf.voorbeeld.example;40;3");
        await button(dialog, "Inlezen").click();
        await page.getByText("2 domeinen ingelezen.").waitFor();
        await page.getByRole("cell", { name: "1.200" }).waitFor();
        await page.getByRole("cell", { name: "minder dan 5, of onbekend" }).waitFor();
        await visitor.look("seen");
      }),
  });
});
