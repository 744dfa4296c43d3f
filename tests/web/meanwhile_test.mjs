// What happens meanwhile: another changes the same, or the server goes away in the middle of an upload. Told, and nothing lost.
import { makeProcedure, openHiring } from "./hiring_house.mjs";
import { assert, office, tests, visit } from "./support.mjs";

const field = (place, label) => place.getByLabel(new RegExp(`^${label}( \\*)?$`));
const button = (place, name) => place.getByRole("button", { name, exact: true });
const MEGABYTE = 1024 * 1024;

await office({}, async (house) => {
  await openHiring(house);
  const { vacancy, step } = await makeProcedure(house);
  await tests({
    "another changed the vacancy meanwhile: told, what was filled in stays, and both changes hold": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/vacancies/${vacancy}?part=text`);
        await button(page, "Vacature wijzigen").click();
        const dialog = page.getByRole("dialog");
        await field(dialog, "Titel").fill("Verpleegkundige, avonden");
        await step("hiring.change_vacancy", { order: "score" });
        await button(dialog, "Vacature wijzigen").click();
        await dialog.getByRole("alert").filter({ hasText: "Iemand anders heeft dit intussen veranderd" }).waitFor();
        assert.equal(await field(dialog, "Titel").inputValue(), "Verpleegkundige, avonden");
        await visitor.look("meanwhile");
        await button(dialog, "Vacature wijzigen").click();
        await dialog.waitFor({ state: "hidden" });
        await page.getByRole("heading", { level: 1, name: "Verpleegkundige, avonden" }).waitFor();
        assert.equal((await house.act("recruiter", "hiring.vacancy", { vacancy })).order, "score", "what the other changed holds");
      }),
    "another switched the use off meanwhile: the one who wanted it on is told": () =>
      visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        const use = "hiring.match";
        await visitor.enter("privacy_coordinator");
        await visitor.open(`/register/${use.replace(".", "/")}`);
        await button(page, "Start a pilot").click();
        const dialog = page.getByRole("dialog");
        await field(dialog, "Reason").fill("From on to pilot, for a while.");
        await house.act("second_privacy_coordinator", "register.switch", { use, to: "off", reason: "Iets is mis." });
        await button(dialog, "Start a pilot").click();
        await Promise.race([dialog.getByRole("alert").waitFor(), page.getByText("Waits for a second person").first().waitFor()]);
        const { entry } = await house.act("privacy_coordinator", "register.show", { use });
        assert.equal(entry.state, "off", "nobody was overruled unseen");
      }),
    "the server restarts in the middle of an upload, which goes on where it was": () =>
      visit(house, { expected: [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED/] }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("payroll");
        await visitor.open("/imports/new");
        const wide = "x".repeat(1000);
        const rows = Array.from({ length: 20_000 }, (_, number) => `99${number};Noor;Vlinder${number};${wide}`);
        const content = Buffer.from(["Personeelsnummer;Roepnaam;Achternaam;Opmerking", ...rows].join("\n"));
        assert(content.length > 16 * MEGABYTE, "more than two parts");
        let parts = 0;
        await page.route("**/api/files/*", async (route) => {
          if (route.request().method() === "PUT" && ++parts === 2) {
            await house.kill();
            await route.continue();
            await house.start();
          } else {
            await route.continue();
          }
        });
        const chooser = page.waitForEvent("filechooser");
        await page.getByRole("button", { name: /Bestand/ }).click();
        await (await chooser).setFiles({ name: "groot.csv", mimeType: "text/csv", buffer: content });
        await button(page, "Bekijken").click();
        await page.getByRole("heading", { name: "Welke kolom is wat?" }).waitFor({ timeout: 60_000 });
        assert(parts >= 3, `${parts} parts were sent`);
        assert.equal(await page.getByLabel("Achternaam", { exact: true }).inputValue(), "surname");
      }),
  });
});
