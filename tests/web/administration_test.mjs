// What an administrator and an HR adviser come for: accounts, an import from file to undo, people on a day, the library.
import { HOSTILE, assert, office, tests, visit } from "./support.mjs";

const field = (place, label) => place.getByLabel(new RegExp(`^${label}( \\*)?$`));
const button = (place, name) => place.getByRole("button", { name, exact: true });
const csv = (...rows) => ({ name: "mensen.csv", mimeType: "text/csv", buffer: Buffer.from(rows.map((row) => row.join(";")).join("\r\n")) });

const HEADER = ["Personeelsnummer", "Roepnaam", "Achternaam", "Soort contract", "Datum in dienst", "Uren per week", "Functie", "Afdelingscode", "Kantine"];
const row = (number, surname, begin = "2024-01-01") => [number, "Noor", surname, "Onbepaalde tijd", begin, "32", "Planner", "T11", "zaal 2"];

await office({ roles: [] }, async (house) => {
  const someone = house.people.find((one) => one.unit === "T11");
  await tests({
    "the administrator invites somebody, gives a role, and the code opens the door": async () => {
      const code = await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("administrator");
        await visitor.open("/accounts");
        await page.getByRole("row").nth(1).waitFor();
        await visitor.look("accounts");
        await button(page, "Iemand uitnodigen").click();
        const dialog = page.getByRole("dialog");
        await field(dialog, "Gebruikersnaam, zoals een e-mailadres").fill("aap@eikenhof.example");
        await field(dialog, "Naam die anderen zien").fill(`Aap ${HOSTILE}`);
        await visitor.look("accounts-invite");
        await button(dialog, "Iemand uitnodigen").click();
        await page.getByText("De eenmalige code voor aap@eikenhof.example").waitFor();
        await visitor.look("accounts-code");
        const told = await page.getByRole("status").locator("pre").innerText();
        await page.getByRole("button", { name: /^Wijzigen: Aap/ }).click();
        await field(dialog, "Rol").selectOption("recruiter");
        await button(dialog, "Rol geven").click();
        await dialog.waitFor({ state: "hidden" });
        await page.getByRole("row", { name: /aap@eikenhof\.example.*recruiter/ }).waitFor();
        return told.trim();
      });
      await visit(house, { language: "en" }, async (visitor) => {
        await visitor.open("/password");
        await field(visitor.page, "Code").fill(code);
        await field(visitor.page, "Choose a password").fill("een heel lange zin die niemand raadt");
        await visitor.page.keyboard.press("Enter");
        await visitor.page.getByText("Your password is kept").waitFor();
      });
    },
    "an account is disabled and enabled again, by keyboard, on a small screen": () =>
      visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("administrator");
        await visitor.open("/accounts");
        const manage = button(page, "Change: Account leaver");
        const dialog = page.getByRole("dialog");
        for (const [act, state] of [["Disable the account", "disabled"], ["Enable the account", "works"]]) {
          await visitor.tabTo(manage, 300);
          await page.keyboard.press("Enter");
          await visitor.tabTo(button(dialog, act));
          await page.keyboard.press("Enter");
          await dialog.waitFor({ state: "hidden" });
          await page.getByRole("row", { name: new RegExp(`leaver@.*${state}`) }).waitFor();
        }
        await visitor.look("accounts-small");
      }),
    "a file is looked at, tried, imported and undone; a row that is wrong is told with its line": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("payroll");
        await visitor.open("/imports/new");
        await visitor.look("import-new");
        const choose = async (file) => {
          const chooser = page.waitForEvent("filechooser");
          await page.getByRole("button", { name: /Bestand/ }).click();
          await (await chooser).setFiles(file);
          await button(page, "Bekijken").click();
          await page.getByRole("heading", { name: "Welke kolom is wat?" }).waitFor();
        };
        await choose(csv(HEADER, row("990001", "Boterbloem"), row("990002", "Kruid", "32-13-2024")));
        assert.equal(await page.getByLabel("Achternaam", { exact: true }).inputValue(), "surname");
        assert.equal(await page.getByLabel("Kantine", { exact: true }).inputValue(), "");
        await button(page, "Proefdraaien").click();
        await page.getByText("Proef: 2 regels gelezen, één klopt niet. Er is niets veranderd.").waitFor();
        await page.getByRole("cell", { name: "32-13-2024" }).waitFor();
        await visitor.look("import-checked");
        await page.reload();
        await choose(csv(HEADER, row("990001", "Boterbloem"), row("990002", "Kruid")));
        await button(page, "Proefdraaien").click();
        await page.getByText("Proef: 2 regels gelezen").waitFor();
        await button(page, "Inlezen").click();
        await page.getByText("Ingelezen: 2 regels").waitFor();
        await page.goto("/people?text=Boterbloem");
        await page.getByRole("link", { name: /Boterbloem/ }).waitFor();
        await visitor.open("/imports");
        await button(page, "Ongedaan maken").first().click();
        await button(page.getByRole("dialog"), "Ongedaan maken").click();
        await page.getByText(/^Ongedaan gemaakt: \d+ weggehaald/).waitFor();
        await visitor.look("imports");
        await page.goto("/people?text=Boterbloem");
        await page.getByText("Niets gevonden").waitFor();
      }),
    "the adviser finds somebody, sees their work as of a day, and saves the list": () =>
      visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/people");
        await page.getByRole("row").nth(1).waitFor();
        await visitor.look("people");
        await field(page, "Beginning of a name, or the personnel number").fill(someone.number);
        await page.waitForURL(/text=/);
        await page.getByText("This is the only one.").waitFor();
        const download = page.waitForEvent("download");
        await button(page, "Save as CSV").click();
        assert.equal((await download).suggestedFilename(), "People.csv");
        await page.getByRole("link", { name: new RegExp(someone.surname) }).click();
        await page.getByRole("heading", { level: 1, name: new RegExp(someone.surname) }).waitFor();
        await page.getByText("permanent, 36 hours a week").waitFor();
        await visitor.look("person");
        await field(page, "As of").fill("2019-06-01");
        await page.waitForURL(/as_of=2019-06-01/);
        await page.getByText("There is no contract on this day.").waitFor();
      }),
    "a manager sees their own people and no others": () =>
      visit(house, { width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("manager");
        await visitor.open("/people");
        await page.getByRole("row").nth(1).waitFor();
        await visitor.look("people-manager");
        await page.goto(`/people?text=${house.people.find((one) => one.unit === "T22").number}`);
        await page.getByText("Niets gevonden").waitFor();
      }),
    "the adviser adds a document for everybody, who then reads it as text; its title and words do no harm": async () => {
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/library");
        await visitor.look("library-empty");
        await button(page, "Een stuk toevoegen").click();
        const dialog = page.getByRole("dialog");
        const chooser = page.waitForEvent("filechooser");
        await dialog.getByRole("button", { name: /Bestand/ }).click();
        await (await chooser).setFiles({ name: "verlof.md", mimeType: "text/markdown", buffer: Buffer.from(`# Verlof\n\nVraag verlof aan bij je leidinggevende.\n\n${HOSTILE}\n`) });
        await field(dialog, "Titel \\(leeg: de naam van het bestand\\)").fill(`Verlof ${HOSTILE}`);
        await field(dialog, "Soort").selectOption("handbook");
        await dialog.getByLabel("Iedereen die hier werkt").check();
        await visitor.look("library-add");
        await button(dialog, "Een stuk toevoegen").click();
        await dialog.waitFor({ state: "hidden" });
        await page.getByRole("link", { name: /^Verlof/ }).waitFor();
        await visitor.look("library");
      });
      await visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("employee");
        await visitor.open("/library");
        await page.getByRole("link", { name: /^Verlof/ }).click();
        await page.getByText("Vraag verlof aan bij je leidinggevende.").waitFor();
        await visitor.look("document");
        assert.equal(await button(page, "Remove").count(), 0);
      });
    },
    "the administrator sees how the server is": () =>
      visit(house, {}, async (visitor) => {
        await visitor.enter("administrator");
        await visitor.open("/server");
        await visitor.page.getByText("De server en de gegevens zijn bereikbaar.").waitFor();
        await visitor.look("server");
      }),
    "the administrator makes a backup that is verified, and changes the key": async () => {
      for (const [language, width, words] of [
        ["nl", 1440, { make: "Back-up maken", none: "Er is hier nog geen back-up gemaakt en nagegaan.", last: /^Laatst gemaakt en nagegaan:/, change: "Sleutel vervangen", changed: /^De sleutel is vervangen/ }],
        ["en", 390, { make: "Make a backup", none: "", last: /^Last made and verified:/, change: "Change the key", changed: /^The key was changed/ }],
      ]) {
        await visit(house, { language, width }, async (visitor) => {
          const { page } = visitor;
          await visitor.enter("administrator");
          await visitor.open("/server");
          if (words.none) await page.getByText(words.none).waitFor();
          await button(page, words.make).click();
          const download = page.waitForEvent("download");
          await button(page.getByRole("dialog"), words.make).click();
          assert.match((await download).suggestedFilename(), /^collega-.*\.backup$/);
          await page.getByText(words.last).waitFor();
          await visitor.look("backup");
          await button(page, words.change).click();
          await button(page.getByRole("dialog"), words.change).click();
          const password = page.getByRole("dialog").getByLabel(/code/i);
          await password.or(page.getByText(words.changed)).first().waitFor();
          if (await password.count()) {
            await password.fill(house.password);
            await page.keyboard.press("Enter");
          }
          await page.getByText(words.changed).waitFor();
          await visitor.look("key-changed");
        });
      }
    },
  });
});
