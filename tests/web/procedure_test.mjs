// Around a candidate's file: the board, two side by side, the pool, and what the candidate sees by a link of their own.
import { CVS, VACANCY, makeProcedure, openHiring } from "./hiring_house.mjs";
import { HOSTILE, assert, office, tests, visit } from "./support.mjs";

const button = (place, name) => place.getByRole("button", { name, exact: true });

await office({}, async (house) => {
  await openHiring(house);
  const { vacancy, candidates, rows, step } = await makeProcedure(house);
  assert.equal(rows.length, Object.keys(CVS).length, "every CV is in the matrix");
  const sanne = candidates["vos.txt"];
  const link = await house.act("recruiter", "hiring.make_link", { application: sanne });
  const codeOf = (application) => rows.find((row) => row.application === application).code;

  await tests({
    "a recruiter moves a candidate on the board by keyboard, and another by dragging": async () => {
      await house.act("recruiter", "hiring.candidate", { application: sanne });
      await house.act("recruiter", "hiring.decide", { application: sanne, verdict: "invite", reason: "Alle eisen staan in het cv." });
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/vacancies/${vacancy}/board`);
        const stage = (name) => page.getByRole("region", { name, exact: true });
        const card = page.getByLabel(`Stap van ${codeOf(sanne)}`);
        await visitor.look("board");
        await visitor.tabTo(card);
        await page.keyboard.press("g"); // "gesprek"
        await stage("gesprek").getByText(codeOf(sanne), { exact: true }).waitFor();
        const other = codeOf(candidates["bos.txt"]);
        await stage("ontvangen").getByText(other, { exact: true }).dragTo(stage("vraag gesteld"));
        await stage("vraag gesteld").getByText(other, { exact: true }).waitFor();
        await visitor.look("board-moved");
        assert.equal(await page.getByText("Sanne").count(), 0, "names are hidden until the shortlist");
      });
    },
    "one candidate beside all vacancies, when the recruiter asks for it": () =>
      visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/candidates/${sanne}`);
        const part = page.getByRole("region", { name: "Naast alle vacatures" });
        await button(part, "Tonen").click();
        await part.locator("summary", { hasText: VACANCY.title }).click();
        await part.getByText("1 van de 1 harde eisen staan in het cv", { exact: false }).waitFor();
        await visitor.look("all-vacancies");
      }),
    "two candidates side by side, by code, each with the sentence": () =>
      visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/compare?a=${sanne}&b=${candidates["maas.txt"]}`);
        await page.getByRole("columnheader", { name: new RegExp(codeOf(sanne)) }).waitFor();
        await page.getByRole("rowheader", { name: VACANCY.requirements[0].label }).waitFor();
        await page.getByText("geen rijbewijs").first().waitFor();
        await visitor.look("compare");
        assert.equal(await page.getByText("Sanne").count(), 0);
      }),
    "a candidate opens their link, sees that software helped and a person decides, and nobody is signed in": () =>
      visit(house, { width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.open(`/my-application#${link.token}`);
        await page.getByText(VACANCY.title, { exact: false }).first().waitFor();
        await page.getByText("Een mens besluit", { exact: false }).waitFor();
        await page.getByText("U bent uitgenodigd.").waitFor();
        await page.getByRole("region", { name: "Wat er is besloten" }).getByText("Alle eisen staan in het cv.").waitFor();
        await page.locator("details summary").first().click();
        await visitor.look("by-link");
        const download = page.waitForEvent("download");
        await button(page, "Alles bewaren (JSON)").click();
        assert.equal((await download).suggestedFilename(), "mijn-sollicitatie.json");
      }),
    "a question that was sent is answered by link, in English, by keyboard": async () => {
      await house.act("recruiter", "hiring.candidate", { application: candidates["bos.txt"] });
      const { questions } = await house.act("recruiter", "hiring.draft_questions", { application: candidates["bos.txt"] });
      await house.act("recruiter", "hiring.change_question", { question: questions[0].question, state: "sent" });
      const { token } = await house.act("recruiter", "hiring.make_link", { application: candidates["bos.txt"] });
      await visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.open(`/my-application#${token}`);
        await visitor.tabTo(page.getByLabel(/^Your answer/));
        await page.keyboard.type(`Yes, since 2012. ${HOSTILE}`);
        await visitor.tabTo(button(page, "Send"));
        await page.keyboard.press("Enter");
        await page.getByText(/^Answered on/).waitFor();
        await visitor.look("by-link-answered");
      });
    },
    "a link that is none is told, and one that is cut off": () =>
      visit(house, {}, async (visitor) => {
        await visitor.open("/my-application#00");
        await visitor.page.getByRole("alert").waitFor();
        await visitor.look("by-link-wrong");
        await visitor.page.goto("about:blank");
        await visitor.open("/my-application");
        await visitor.page.getByText("Aan deze link ontbreekt iets.").waitFor();
      }),
    "who asks to be erased is seen by the coordinator, who erases them until nothing is left": async () => {
      await visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.open(`/my-application#${link.token}`);
        await button(page, "Ask for erasure").click();
        await button(page.getByRole("dialog"), "Ask for erasure").click();
        await page.getByText(/^You asked for erasure on/).waitFor();
      });
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("privacy_coordinator");
        await visitor.open("/hiring/due");
        const row = page.getByRole("row", { name: new RegExp(codeOf(sanne)) });
        await row.waitFor();
        await visitor.look("due");
        await button(row, "Wissen").click();
        await button(page.getByRole("dialog"), "Wissen").click();
        await page.getByText(`${codeOf(sanne)} is gewist: er is niets van over.`).waitFor();
      });
      await visit(house, {}, async (visitor) => {
        await visitor.open(`/my-application#${link.token}`);
        await visitor.page.getByRole("alert").waitFor();
      });
    },
    "who consented to be kept stands in the pool until that is withdrawn": async () => {
      const application = candidates["bos.txt"];
      await step("hiring.decide_shortlist").catch(() => {}); // with nobody invited it may be refused; the pool does not ask for it
      await step("hiring.close_vacancy");
      const until = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/candidates/${application}`);
        await button(page, "Toestemming vastleggen").click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel(/^Tot en met/).fill(until);
        await dialog.getByLabel(/^Hoe de kandidaat/).fill(`per e-mail ${HOSTILE}`);
        await button(dialog, "Toestemming vastleggen").click();
        await page.getByText(/^Toestemming tot .* is vastgelegd/).waitFor();
      });
      await visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/hiring/pool");
        await page.getByRole("row").nth(1).waitFor();
        await visitor.look("pool");
        await button(page, "Withdraw consent").click();
        await button(page.getByRole("dialog"), "Withdraw consent").click();
        await page.getByText("Nobody consented yet.", { exact: false }).waitFor();
      });
    },
    "a closed procedure goes on, and is opened to colleagues, who see what it asks": async () => {
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/vacancies/${vacancy}`);
        await button(page, "Procedure heropenen").click();
        await page.getByRole("dialog").getByLabel(/^Waarom de procedure/).fill(`Zij trok zich terug ${HOSTILE}`);
        await visitor.look("reopen-dialog");
        await button(page.getByRole("dialog"), "Procedure heropenen").click();
        await page.getByText("De procedure is heropend.").waitFor();
        await page.getByText(/zou op .* gewist zijn, nu bewaard zolang een procedure loopt/).first().waitFor();
        await page.getByText(/Zij trok zich terug/).waitFor();
        await visitor.look("reopened");
        await button(page, "Openstellen voor collega's").click();
        await button(page.getByRole("dialog"), "Openstellen voor collega's").click();
        await page.getByText(/^Open voor collega's sinds/).waitFor();
      });
      for (const [condition, proof] of [["owner", { who: house.logins.privacy_coordinator }], ["notice", {}]])
        await house.act("privacy_coordinator", "register.complete", { use: "skills.my_vacancies", condition, reference: "besluit 12", ...proof });
      await house.act("privacy_coordinator", "register.switch", { use: "skills.my_vacancies", to: "pilot", reason: "Besproken." });
      for (const [language, width, title] of [["nl", 1440, "Vraagt nog"], ["en", 390, "Still asks"]]) {
        await visit(house, { language, width }, async (visitor) => {
          await visitor.enter("employee");
          await visitor.open("/skills/vacancies");
          await visitor.page.getByText(title, { exact: true }).waitFor();
          await visitor.look("vacancies-for-colleagues");
        });
      }
    },
    "unit and manager of a vacancy are found by name": () =>
      visit(house, { language: "en", width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/hiring/new");
        await page.getByLabel(/^Title/).fill("Kok");
        await page.getByLabel(/^Text of the vacancy|^Vacancy text|^Text/).first().fill("Kok. Je hebt rijbewijs B.");
        await page.getByRole("searchbox", { name: "Unit" }).fill("L1");
        await page.getByRole("region", { name: "Found: Unit" }).getByRole("button").first().click();
        await visitor.look("new-vacancy-unit");
        await button(page, "Add the vacancy").or(button(page, "Add vacancy")).click();
        await page.getByRole("heading", { level: 1, name: "Kok" }).waitFor();
      }),
  });
});
