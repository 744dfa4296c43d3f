// A recruiter's morning, from a text to a decision: by mouse and by keyboard, in both languages, on a desk and on a phone.
import { readFileSync } from "node:fs";
import { CVS, VACANCY, makeProcedure, openHiring } from "./hiring_house.mjs";
import { openLarge } from "./large_matrix.mjs";
import { HOSTILE, assert, office, tests, visit } from "./support.mjs";

const WORDS = {
  nl: {
    new: "Nieuwe vacature", title: "Titel", text: "Vacaturetekst", add: "Vacature toevoegen", propose: "Uit de tekst halen", freeze: "Criteria vastzetten", frozen: "Criteria vastgezet op",
    candidates: "Kandidaten", choose: "Bestanden kiezen", reason: "Licht je besluit toe", invite: "Uitnodigen", turnDown: "Afwijzen", decided: "Wat er is besloten", missing: "Schrijf eerst waarom", notSaid: /Wat het cv niet zegt|Wat niet is nagegaan/,
    unreadable: "Niet te lezen", note: "Notitie", keepNote: "Notitie bewaren", draft: "Vragen opstellen", view: "Jouw zienswijze",
  },
  en: {
    new: "New vacancy", title: "Title", text: "Vacancy text", add: "Add vacancy", propose: "Take from the text", freeze: "Freeze requirements", frozen: "Requirements frozen on",
    candidates: "Candidates", choose: "Choose files", reason: "Explain your decision", invite: "Invite", turnDown: "Turn down", decided: "What was decided", missing: "Write why first", notSaid: /What the CV does not say|What was not checked/,
    unreadable: "Cannot be read", note: "Note", keepNote: "Keep note", draft: "Draft questions", view: "Your view",
  },
};
const SHORTLIST = {
  nl: { shortlist: "Shortlist vaststellen", ends: "Dat gaat niet terug.", pdf: "Besluiten als PDF", docx: "Besluiten als DOCX", sheet: "Als werkblad" },
  en: { shortlist: "Decide the shortlist", ends: "It cannot be undone.", pdf: "Decisions as PDF", docx: "Decisions as DOCX", sheet: "As a sheet" },
};
const field = (page, label) => page.getByLabel(new RegExp(`^${label}( \\*)?$`));

await office({}, async (house) => {
  await openHiring(house);
  const all = {};
  for (const [language, width] of [["nl", 1440], ["en", 390]]) {
    const words = WORDS[language];
    all[`from a text to an invitation, ${language}, ${width} px`] = () =>
      visit(house, { language, width, dark: width === 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open("/hiring/vacancies");
        await page.getByRole("link", { name: words.new }).click();
        await field(page, words.title).fill(`${VACANCY.title} ${HOSTILE}`);
        await field(page, words.text).fill(VACANCY.text);
        await visitor.look("vacancy-new");
        await page.getByRole("button", { name: words.add }).click();
        await page.getByRole("button", { name: words.propose }).click();
        await page.locator("q").first().waitFor();
        await visitor.look("vacancy-requirements");
        await page.getByRole("button", { name: words.freeze }).click();
        await page.getByText(words.frozen).waitFor();
        await page.getByRole("tab", { name: words.candidates }).click();
        const papers = Object.entries(CVS).map(([name, text]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`${text}${language}`) }));
        await page.locator("input[type=file]").setInputFiles([...papers, { name: "kapot.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 stuk") }]);
        await page.getByText(words.unreadable, { exact: true }).waitFor();
        await page.locator(".matrix a").nth(Object.keys(CVS).length - 1).waitFor();
        await visitor.look("vacancy-matrix");
        await page.locator(".matrix a").first().click();
        await page.getByRole("region", { name: words.notSaid }).waitFor();
        await visitor.look("candidate");
        const reason = page.locator(".reason[aria-expanded=false]").first();
        await reason.click();
        await page.locator("figure button").first().click();
        await page.locator(".paper mark").waitFor();
        await visitor.look("candidate-source");
        await page.getByRole("region", { name: /besluit$|decision$/ }).getByRole("button", { name: words.invite }).click();
        await page.getByText(words.missing).waitFor();
        await page.getByLabel(words.reason).first().fill(`Ervaring met wondzorg. ${HOSTILE}`);
        await page.getByRole("region", { name: /besluit$|decision$/ }).getByRole("button", { name: words.invite }).click();
        await page.getByRole("region", { name: words.decided }).getByText("Ervaring met wondzorg.").waitFor();
        await visitor.look("candidate-decided");
      });
  }

  await tests({
    ...all,
    "a recruiter without a mouse opens a candidate from the matrix and writes a note": async () => {
      const { vacancy } = await makeProcedure(house);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/vacancies/${vacancy}`);
        await visitor.tabTo(page.locator(".matrix a").nth(1));
        await page.keyboard.press("Enter");
        await page.locator(".paper").waitFor();
        await visitor.tabTo(field(page, WORDS.nl.note));
        await page.keyboard.type("Bellen over het rooster");
        await visitor.tabTo(page.getByRole("button", { name: WORDS.nl.keepNote }));
        await page.keyboard.press("Enter");
        await page.getByText("Bellen over het rooster").filter({ visible: true }).first().waitFor();
      });
    },
    "who is asked nothing yet is not turned down on what the papers do not say": async () => {
      const { candidates } = await makeProcedure(house);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/candidates/${candidates["bos.txt"]}`);
        await page.getByText("Vraag eerst naar Rijbewijs B").waitFor();
        assert(await page.getByRole("region", { name: "Jouw besluit" }).getByRole("button", { name: "Afwijzen" }).isDisabled());
        await page.getByRole("button", { name: WORDS.nl.draft }).click();
        await page.getByRole("button", { name: "Is gesteld" }).waitFor();
        await visitor.look("candidate-question");
      });
    },
    "names show nowhere before the shortlist": async () => {
      const { vacancy, candidates } = await makeProcedure(house);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        for (const path of [`/hiring/vacancies/${vacancy}`, `/hiring/candidates/${candidates["vos.txt"]}`]) {
          await visitor.open(path);
          await page.getByText("Namen verborgen tot de shortlist").waitFor();
          await page.locator(".matrix a, .paper").first().waitFor();
          assert(!(await page.content()).includes("Sanne"), `a name on ${path}`);
        }
      });
    },
    "names show once the shortlist is decided, which asks first; the record and the sheet are files": async () => {
      const { vacancy, candidates } = await makeProcedure(house);
      const application = candidates["vos.txt"];
      await house.act("recruiter", "hiring.candidate", { application });
      await house.act("recruiter", "hiring.decide", { application, verdict: "invite", reason: "Ervaring met wondzorg." });
      for (const [language, width] of [["nl", 1440], ["en", 390]]) {
        await visit(house, { language, width }, async (visitor) => {
          const { page } = visitor;
          const words = SHORTLIST[language];
          const button = (name) => page.getByRole("button", { name, exact: true });
          const savedBy = async (name) => {
            const [download] = await Promise.all([page.waitForEvent("download"), button(name).click()]);
            return readFileSync(await download.path()).subarray(0, 4).toString("latin1");
          };
          await visitor.enter("recruiter");
          await visitor.open(`/hiring/vacancies/${vacancy}`);
          await page.locator(".matrix a").first().waitFor();
          if (language === "nl") {
            assert(!(await page.content()).includes("Sanne"), "a name before the shortlist");
            await button(words.shortlist).click();
            await page.getByRole("dialog").getByText(words.ends).waitFor();
            await visitor.look("shortlist-asks");
            await page.getByRole("dialog").getByRole("button", { name: words.shortlist }).press("Enter");
          }
          for (const name of ["Sanne Vos", "Tim Maas"]) await page.locator(".matrix").getByText(name).waitFor();
          assert.equal(await savedBy(words.pdf), "%PDF");
          assert.equal(await savedBy(words.docx), "PK\x03\x04");
          assert.equal(await savedBy(words.sheet), "PK\x03\x04");
          await visitor.look("shortlisted");
        });
      }
    },
    "five hundred candidates beside twenty requirements open at once, and scroll to the last": async () => {
      const { vacancy } = await makeProcedure(house);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        // A figure for docs/measurements.md, and no bound: other tests run beside this one.
        const painted = await openLarge(visitor, vacancy);
        console.log(`        painted ${Math.round(painted)} ms after the answer`);
        assert((await page.locator(".matrix a").count()) < 60, "all columns are there, also those out of sight");
        await page.locator(".matrix").evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
        await page.getByRole("link", { name: "K-Z500" }).waitFor();
        await visitor.look("matrix-of-500");
      });
    },
    "another's change meanwhile is told, and what was written stays": async () => {
      const { row } = await house.act("recruiter", "hiring.add_vacancy", { title: "Kok", text: "Kok. Je hebt rijbewijs B." });
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/vacancies/${row.vacancy}?part=requirements`);
        await page.getByRole("button", { name: "Criterium toevoegen" }).click();
        await field(page, "Criterium").fill("Koken voor honderd");
        const { version } = await house.act("recruiter", "hiring.vacancy", { vacancy: row.vacancy });
        await house.act("recruiter", "hiring.change_vacancy", { vacancy: row.vacancy, version, title: "Kok (avond)" });
        await page.getByRole("button", { name: "Criteria bewaren" }).click();
        await page.getByRole("alert").waitFor();
        assert.equal(await field(page, "Criterium").inputValue(), "Koken voor honderd");
        await visitor.look("changed-meanwhile");
      });
    },
    "a hiring manager gives a view before seeing that of others": async () => {
      const { vacancy } = await makeProcedure(house);
      await visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("manager");
        await visitor.open(`/hiring/vacancies/${vacancy}`);
        await page.locator(".matrix a").first().click();
        const mine = page.getByRole("region", { name: WORDS.en.view });
        await mine.getByLabel("Explain your view").fill("Past bij de avonddienst.");
        await visitor.look("candidate-manager");
        await mine.getByRole("button", { name: WORDS.en.invite }).click();
        await page.getByText("Past bij de avonddienst.").filter({ visible: true }).first().waitFor();
      });
    },
  });
});
