// What skills are called, the organisation's own names, what a person can do, and why something was not found.
import { makeProcedure, openHiring } from "./hiring_house.mjs";
import { assert, HOSTILE, office, tests, visit } from "./support.mjs";

const button = (place, name) => place.getByRole("button", { name, exact: true });
const CV = `Werkervaring\n2019 - heden Verzorgende, De Linde\nIk doe elke dag wondzorg.\nIk wil graag een cursus palliatieve zorg volgen.\n${HOSTILE}\n`;

/** Uses of limited risk: who owns them, and a notice. */
async function openSkills(house) {
  const { uses } = await house.act("privacy_coordinator", "register.list", { closed: true });
  for (const { use } of uses.filter((one) => /^skills\.(find_in_paper|why_not_found|my_gap|my_moves|my_vacancies|gap_of)$/.test(one.use))) {
    await house.act("privacy_coordinator", "register.complete", { use, condition: "owner", reference: "besluit 12", who: house.logins.privacy_coordinator });
    await house.act("privacy_coordinator", "register.complete", { use, condition: "notice", reference: "intranet 12" });
    for (const to of ["pilot", "on"]) await house.act("privacy_coordinator", "register.switch", { use, to, reason: "Besproken." });
  }
}

/** Types in a field that finds concepts, and takes the one of this name. */
async function choose(place, field, typed, name) {
  await place.getByRole("searchbox", { name: field }).fill(typed);
  await place.getByRole("region", { name: new RegExp(field) }).getByRole("button", { name: new RegExp(`^${name}`) }).first().click();
}

await office({}, async (house) => {
  await openHiring(house);
  await openSkills(house);
  await tests({
    "the taxonomy is looked through by name and by how things hang together, by keyboard, in both languages": async () => {
      for (const [language, width, words] of [["nl", 1440, { search: "Naam of synoniem, Nederlands of Engels", asks: "Beroepen waarin het helpt" }],
        ["en", 390, { search: "Name or synonym, Dutch or English", asks: "Occupations in which it helps" }]]) {
        await visit(house, { language, width }, async (visitor) => {
          const { page } = visitor;
          await visitor.enter("employee");
          await visitor.open("/skills/taxonomy");
          await visitor.tabTo(page.getByRole("searchbox", { name: words.search }));
          await page.keyboard.type("wondverzorging");
          const link = page.getByRole("link", { name: language === "nl" ? "wondzorg" : "wound care", exact: true });
          await visitor.tabTo(link);
          await visitor.look("taxonomy");
          await page.keyboard.press("Enter");
          await page.getByText("wonden verzorgen").waitFor();
          await page.getByRole("region", { name: language === "nl" ? "Valt onder" : "Falls under" }).getByRole("link").first().waitFor();
          await visitor.look("concept");
        });
      }
    },
    "own names: what means something else is told; what is saved counts, and can be taken back": async () => {
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        await visitor.open("/skills/own");
        await button(page, "Synoniem toevoegen").click();
        const dialog = page.getByRole("dialog");
        await choose(dialog, "Begrip dat het betekent", "wondzorg", "wondzorg");
        await dialog.getByRole("textbox", { name: "Synoniem", exact: true }).fill("palliatieve zorg");
        await button(dialog, "Vastleggen").click();
        await dialog.getByText(/betekent al|heet al/).waitFor();
        await visitor.look("synonym-refused");
        await dialog.getByRole("textbox", { name: "Synoniem", exact: true }).fill("pleisterwerk");
        await button(dialog, "Vastleggen").click();
        await page.getByText("Vastgelegd: pleisterwerk.").waitFor();
        await button(page, "Vaardigheid toevoegen").click();
        await page.getByLabel("Naam in het Nederlands").fill(HOSTILE);
        await choose(page.getByRole("dialog"), "Valt onder", "wondzorg", "wondzorg");
        await button(page.getByRole("dialog"), "Vastleggen").click();
        await page.getByRole("link", { name: HOSTILE.slice(0, 20) }).waitFor();
        await visitor.look("own-names");
        await visitor.open("/skills/concept?name=skill/wound-care");
        await page.getByText("pleisterwerk").waitFor();
        await visitor.open("/skills/changes");
        await visitor.look("changes");
        await button(page, "Terugnemen: pleisterwerk").click();
        await page.getByText("is teruggenomen").waitFor();
        await visitor.open("/skills/taxonomy?text=pleisterwerk");
        await page.getByText("Niets gevonden", { exact: false }).waitFor();
      });
    },
    "a file with own names is checked first, each wrong line is told, and nothing comes in before all are right": async () => {
      await visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/skills/own");
        const file = (text) => page.locator("input[type=file]").setInputFiles({ name: "names.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
        const head = "kind;concept;name_nl;synonyms_nl\n";
        await file(`${head}skill;;oogstkunde;\nsynonym;nothing like it;;kunstje\n`);
        await button(page, "Check").click();
        await page.getByText("1 line is not right").waitFor();
        await page.getByRole("cell", { name: "nothing like it" }).waitFor();
        assert(await button(page, "Import").isDisabled());
        await visitor.look("import-wrong");
        await file(`${head}skill;;oogstkunde;oogsten met hark\n`);
        await button(page, "Check").click();
        await page.getByText("1 new, 0 changed").waitFor();
        await button(page, "Import").click();
        await page.getByRole("link", { name: "oogstkunde" }).waitFor();
      });
    },
    "a person finds skills in a paper, confirms and strikes; the manager sees what was confirmed, and no sentence": async () => {
      await visit(house, { width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("employee");
        await visitor.open("/skills/mine");
        await page.getByText("Er staat nog niets").waitFor();
        await button(page, "Zoeken in een papier").click();
        await page.getByLabel("Of plak een tekst").fill(CV);
        await button(page.getByRole("dialog"), "Zoeken in een papier").click();
        const found = page.getByRole("region", { name: "Gevonden: klopt dit?" });
        await found.getByText("Ik doe elke dag").waitFor();
        assert.equal(await found.getByText("palliatieve", { exact: false }).count(), 0, "what somebody wishes");
        await visitor.look("mine-found");
        await button(page, "Bevestigen: wondzorg").click();
        await page.getByRole("region", { name: "Bevestigd" }).getByRole("link", { name: "wondzorg" }).waitFor();
        await button(page, "Zelf opgeven").click();
        const dialog = page.getByRole("dialog");
        await choose(dialog, "Vaardigheid", "palliatieve zorg", "palliatieve zorg");
        await dialog.getByLabel("Hoe goed").selectOption("expert");
        await button(dialog, "Zelf opgeven").click();
        await page.getByText("expert", { exact: false }).first().waitFor();
        await visitor.look("mine-confirmed");
        await visitor.open("/skills/moves");
        await page.getByText("Vraagt nog", { exact: false }).first().waitFor();
        await visitor.look("moves");
        await page.locator("main").getByRole("region").getByRole("link").first().click();
        await page.getByText("Van wat nodig is", { exact: false }).waitFor();
        await visitor.look("my-gap");
      });
      await visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("hr_adviser");
        const { number } = house.people.filter((one) => one.unit === "T11").at(-1);
        await visitor.open(`/skills/people/${number}`);
        await page.getByText("palliative care").waitFor();
        assert(!(await page.content()).includes("elke dag"), "a sentence of the paper");
        await visitor.look("of-person");
        await visitor.open("/skills/beside");
        await choose(page, "Choose an occupation or position", "nurse", "nurse");
        await page.getByLabel("Or an employee: personnel number").fill(String(number));
        await button(page, "Lay beside it").click();
        await page.getByText("Of what is essential", { exact: false }).waitFor();
        await visitor.look("gap-of-person");
        await visitor.open("/skills/team?unit=T11");
        await page.getByText("palliative care", { exact: false }).first().waitFor();
        await visitor.look("team");
      });
    },
    "why a requirement was not found, and a synonym that is taught from there": async () => {
      const { candidates } = await makeProcedure(house);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/candidates/${candidates["maas.txt"]}`);
        await button(page, /^Wondzorg/).click().catch(() => page.getByRole("button", { name: /Wondzorg/ }).first().click());
        await page.getByRole("link", { name: "Waarom niet gevonden?: Wondzorg" }).click();
        await page.getByRole("heading", { level: 1, name: /Waarom niet gevonden: Wondzorg/ }).waitFor();
        await page.getByRole("region", { name: "Gezocht" }).getByText("wonden verzorgen", { exact: false }).waitFor();
        await visitor.look("why-candidate");
        await visitor.open("/skills/why");
        await page.getByLabel("Wat gezocht is").fill("wondzorg");
        await page.getByLabel("De tekst waarin").fill("Ik verzorgde wonden met kompressen.");
        await button(page, "Kijken").click();
        const near = page.getByRole("region", { name: "Dichtbij" });
        await button(near, "Als synoniem leren").click();
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("textbox", { name: "Synoniem", exact: true }).fill("wonden met kompressen");
        await button(dialog, "Vastleggen").click();
        await page.getByText("is geleerd", { exact: false }).waitFor();
        await page.getByRole("region", { name: "Gevonden" }).getByText("het gezochte").waitFor();
        await visitor.look("why-taught");
      });
    },
  });
});
