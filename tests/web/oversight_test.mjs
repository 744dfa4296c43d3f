// What oversight comes to in a browser: the register switched by two people, advice, the ledger verified, what is kept of somebody.
import { HOSTILE, assert, office, tests, visit } from "./support.mjs";

const USE = "hiring/match_files";
const field = (place, label) => place.getByLabel(new RegExp(`^${label}( \\*)?$`));
const button = (place, name) => place.getByRole("button", { name, exact: true });

/** Opens a small form, fills it in and sends it; proves who one is where that is asked. */
async function fillIn(visitor, opener, fields, submit = opener) {
  const { page } = visitor;
  await button(page, opener).first().click();
  const dialog = page.getByRole("dialog").last();
  for (const [label, value] of Object.entries(fields)) await field(dialog, label).fill(value);
  await button(dialog, submit).click();
  const proof = page.getByLabel(/^(Wachtwoord of code|Password or code)( \*)?$/);
  await Promise.race([dialog.waitFor({ state: "hidden" }), proof.waitFor()]);
  if (await proof.isVisible()) {
    await proof.fill(visitor.house.password);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").first().waitFor({ state: "hidden" });
  }
}

await office({}, async (house) => {
  const number = house.people.find((one) => one.unit === "T11").number;
  await tests({
    "the coordinator completes a use of high risk and asks to switch it, a second person agrees, and it may be used": async () => {
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("privacy_coordinator");
        await visitor.open("/register");
        await visitor.look("register");
        await page.goto(`/register/${USE}`);
        await page.getByText("Zij mag nu niet worden gebruikt").waitFor();
        await visitor.look("register-entry");
        const open = page.getByRole("region", { name: "Voorwaarden" });
        const missing = open.getByText(/: ontbreekt$/);
        await missing.first().waitFor();
        for (let left = await missing.count(); left > 0; --left) {
          const name = (await missing.first().innerText()).replace(/^○ /, "").replace(/: ontbreekt$/, "");
          const row = open.locator(".mantine-Group-root", { has: page.getByText(`${name}: ontbreekt`) }).last();
          await row.getByRole("button", { name: "Vastleggen", exact: true }).click();
          const dialog = page.getByRole("dialog");
          const who = field(dialog, "Wie: de inlognaam van een account");
          await field(dialog, "Waar het bewijs staat").fill(`dossier 12, ${HOSTILE}`);
          if (await who.isVisible()) await who.fill(house.logins.privacy_coordinator);
          await button(dialog, "Vastleggen").click();
          await dialog.waitFor({ state: "hidden" });
          await open.getByText(`${name}: vervuld`).waitFor();
        }
        await fillIn(visitor, "Op proef zetten", { Reden: "Proef met drie vacatures." });
        await page.getByText("Wacht op een tweede persoon").waitFor();
        await visitor.look("register-waiting");
      });
      await visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("second_privacy_coordinator");
        await visitor.open("/register");
        await page.getByRole("region", { name: "Waits for a second person" }).getByRole("link").click();
        await page.getByText("Proef met drie vacatures.").first().waitFor();
        await fillIn(visitor, "Agree", { Reason: "Read and in order." });
        await page.getByText("This use is in pilot.").waitFor();
        await page.getByText("It may be used now.").waitFor();
        await visitor.look("register-pilot");
      });
    },
    "the officer advises and cannot switch": () =>
      visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("data_protection_officer");
        await visitor.open(`/register/${USE}`);
        await fillIn(visitor, "Add advice", { Advice: `Keep no longer than four weeks. ${HOSTILE}` });
        await page.getByText("Keep no longer than four weeks.").waitFor();
        assert.equal(await button(page, "Switch off").count(), 0);
        await visitor.look("register-advice");
      }),
    "the officer finds in the ledger what was switched, by keyboard, and sees that it is whole": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("data_protection_officer");
        await visitor.open("/ledger");
        await visitor.tabTo(field(page, "Bewerking, zoals register.switch"));
        await page.keyboard.type("register.switch");
        await page.getByRole("cell", { name: "register.switch" }).first().waitFor();
        await page.waitForURL(/operation=register\.switch/);
        await page.getByRole("cell", { name: "Account privacy_coordinator" }).first().waitFor();
        await visitor.tabTo(button(page, "Nalopen"));
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog");
        await visitor.tabTo(button(dialog, "Nalopen"));
        await page.keyboard.press("Enter");
        await page.getByText("Het logboek is heel.").waitFor();
        await visitor.look("ledger");
      }),
    "the works council reads the register and the use in numbers, and sees no names": () =>
      visit(house, { width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("works_council");
        await visitor.open("/use");
        await page.getByRole("row").nth(1).waitFor();
        await visitor.look("use");
        assert.equal(await page.getByText("@eikenhof.example").count(), 0);
        await visitor.open("/register");
        await page.getByRole("row").nth(1).waitFor();
        await visitor.look("register-council");
        await page.goto("/ledger");
        await page.getByText("Deze pagina bestaat niet, of is niet voor jou.").waitFor();
      }),
    "the coordinator shows somebody all that is kept of them, on the page and as a PDF": () =>
      visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("privacy_coordinator");
        await visitor.open("/kept");
        await field(page, "Personnel number").fill(number);
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: `Everything that is kept of ${number}` }).waitFor();
        await page.locator("details summary").first().click();
        await visitor.look("kept");
        const download = page.waitForEvent("download");
        await button(page, "Save as PDF").click();
        assert.match((await download).suggestedFilename(), /\.pdf$/);
      }),
    "who is asked after and is not there is told": () =>
      visit(house, {}, async (visitor) => {
        await visitor.enter("privacy_coordinator");
        await visitor.open("/kept?person=0000");
        await visitor.page.getByRole("alert").waitFor();
        await visitor.look("kept-nobody");
      }),
    "the coordinator changes a period, and the reason shows as it was written": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("privacy_coordinator");
        await visitor.open("/periods");
        await visitor.look("periods");
        await fillIn(visitor, "Wijzigen", { "Hoeveel": "3", "Waarom de organisatie hiervan afwijkt": HOSTILE });
        await page.getByText("eigen termijn").first().waitFor();
        await visitor.look("periods-own");
      }),
  });
});
