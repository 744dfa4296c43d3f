// Papers that come in and what becomes of them; a paper as it looks; what is kept of somebody; a decision looked at again.
import { CVS, makeProcedure, openHiring } from "./hiring_house.mjs";
import { assert, office, tests, visit } from "./support.mjs";

const button = (place, name) => place.getByRole("button", { name, exact: true });

/** A CV of one page as a PDF, a line of text each. */
function pdfOf(lines) {
  const drawn = `BT /F1 12 Tf 72 760 Td 16 TL ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`;
  const parts = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const places = parts.map((part, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${part}\nendobj\n`;
    return String(place).padStart(10, "0");
  });
  const xref = text.length;
  return `${text}xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${place} 00000 n \n`).join("")}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
}

const CV = ["Iris Kuiper", "Kerkbroek | 06-00047212", "Werkervaring", "2019 - 2024 Verpleegkundige, Wijkteam Noord", "Ik deed dagelijks wondzorg.", "Diploma's", "Rijbewijs B"];
const textFile = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

await office({}, async (house) => {
  await openHiring(house);
  await tests({
    "what could not be read and what was there already stay until somebody puts them aside, and tell no names": async () => {
      const { vacancy, candidates } = await makeProcedure(house);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/vacancies/${vacancy}`);
        await page.locator("input[type=file]").setInputFiles([
          textFile("sanne-vos.txt", CVS["vos.txt"]), textFile("nieuw-jansen.txt", `${CVS["bos.txt"]}\nNieuw\n`),
          { name: "pietersen.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 stuk") },
        ]);
        const there = page.getByRole("region", { name: "Was er al" });
        await there.waitFor();
        await visitor.open(`/hiring/vacancies/${vacancy}`);
        const unreadable = page.getByRole("region", { name: "Niet te lezen" });
        await unreadable.getByText("pietersen.pdf").waitFor();
        await unreadable.getByText("beschadigd").waitFor();
        assert.equal(await there.getByRole("link").getAttribute("href"), `/hiring/candidates/${candidates["vos.txt"]}`);
        const shown = await page.content();
        for (const name of ["sanne-vos", "jansen"]) assert(!shown.includes(name), `${name} while names are hidden`);
        await visitor.look("troubled-files");
        await button(unreadable, "Opzijleggen: pietersen.pdf").click();
        await unreadable.waitFor({ state: "detached" });
        await visitor.open(`/hiring/vacancies/${vacancy}`);
        await there.waitFor();
        assert.equal(await unreadable.count(), 0);
      });
    },
    "a PDF opens as it looks, covered, with the sentence marked; its text is one choice away": async () => {
      const { vacancy, step } = await makeProcedure(house);
      const file = await house.upload("recruiter", "kuiper.pdf", pdfOf(CV));
      const added = await house.act("recruiter", "hiring.add_candidates", { vacancy, files: [file] });
      const { application } = added.files[0];
      for (const width of [1440, 390]) {
        await visit(house, { width, dark: width === 390 }, async (visitor) => {
          const { page } = visitor;
          await visitor.enter("recruiter");
          await visitor.open(`/hiring/candidates/${application}`);
          await page.locator(".page-image img").waitFor();
          await page.getByText("Wie het is, is afgedekt").waitFor();
          const onPage = await page.locator(".page-image").textContent();
          assert.match(onPage, /wondzorg/);
          for (const hidden of ["Iris", "Kerkbroek", "06-00047212"]) assert(!onPage.includes(hidden), `${hidden} on the page`);
          assert.equal(await button(page, "Origineel bewaren").count(), 0);
          await page.locator(".reason", { hasText: "Wondzorg" }).click();
          await page.locator("figure button").filter({ visible: true }).first().click();
          await page.locator("mark.page-word", { hasText: "wondzorg" }).waitFor();
          await visitor.look("paper-as-it-looks");
          await page.getByText("Tekst", { exact: true }).click();
          await page.locator(".paper mark").waitFor();
          assert(!(await page.content()).includes("Kerkbroek"));
        });
      }
      await house.act("recruiter", "hiring.decide", { application, verdict: "invite", reason: "Ervaring met wondzorg." });
      await step("hiring.decide_shortlist");
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/candidates/${application}`);
        const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Origineel bewaren").click()]);
        assert.equal(download.suggestedFilename(), "kuiper.pdf");
        await button(page, "Werkt hier al").click();
        await page.getByLabel("Personeelsnummer").fill(house.people[0].number);
        await button(page.getByRole("dialog"), "Werkt hier al").click();
        await page.getByText(`Vastgelegd als medewerker ${house.people[0].number}.`).waitFor();
      });
    },
    "what a person corrected is not replaced unasked": async () => {
      const text = "Kok\n\nJe hebt rijbewijs B.\nErvaring met wondzorg is een pré.\n";
      const { row } = await house.act("recruiter", "hiring.add_vacancy", { title: "Kok", text });
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/vacancies/${row.vacancy}?part=requirements`);
        const propose = button(page, "Uit de tekst halen");
        const labels = page.getByLabel("Criterium", { exact: true });
        await propose.click();
        await labels.nth(1).waitFor();
        await labels.first().fill("Rijbewijs BE");
        await propose.click();
        await visitor.look("propose-asks");
        await button(page.getByRole("dialog"), "Annuleren").click();
        assert.equal(await labels.first().inputValue(), "Rijbewijs BE");
        await propose.click();
        await button(page.getByRole("dialog"), "Alleen toevoegen").click();
        await labels.nth(2).waitFor();
        assert.equal(await labels.first().inputValue(), "Rijbewijs BE");
        await propose.click();
        await button(page.getByRole("dialog"), "Vervangen").click();
        await labels.nth(2).waitFor({ state: "detached" });
        assert.notEqual(await labels.first().inputValue(), "Rijbewijs BE");
      });
    },
    "filters and order stand in the address, and stay behind another tab": async () => {
      const { vacancy, rows } = await makeProcedure(house);
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/vacancies/${vacancy}`);
        const codes = async () => page.locator(".matrix .of-candidate a").allTextContents();
        await page.locator(".matrix a").nth(rows.length - 1).waitFor();
        const choose = (name, value) => page.getByLabel(name, { exact: true }).selectOption({ label: value });
        await choose("Criterium", "Rijbewijs B");
        await choose("Wat het cv ervan zegt", "cv zegt nee");
        await page.waitForFunction(() => document.querySelectorAll(".matrix .of-candidate").length === 1);
        await page.getByRole("tab", { name: "Criteria" }).click();
        await page.getByRole("tab", { name: "Kandidaten" }).click();
        await page.locator(".matrix a").first().waitFor();
        assert.equal((await codes()).length, 1);
        assert.match(page.url(), /met=no/);
        await page.reload();
        await page.locator(".matrix a").first().waitFor();
        assert.equal((await codes()).length, 1);
        await page.getByRole("button", { name: "Alles weer tonen" }).click();
        await page.locator(".matrix a").nth(rows.length - 1).waitFor();
        await choose("Volgorde", "op code of naam");
        const shown = await codes();
        const groups = [...new Set(rows.map(({ group }) => group))];
        const wanted = groups.flatMap((group) => rows.filter((row) => row.group === group).map(({ code }) => code).sort());
        assert.deepEqual(shown, wanted);
        await visitor.look("matrix-sorted");
      });
    },
    "a decision is looked at again with a reason; both stay, and the candidate reads both": async () => {
      const { candidates, step } = await makeProcedure(house);
      const application = candidates["maas.txt"];
      await house.act("recruiter", "hiring.candidate", { application });
      await house.act("recruiter", "hiring.decide", { application, verdict: "turn_down", reason: "Geen rijbewijs." });
      const link = await house.act("recruiter", "hiring.make_link", { application });
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/candidates/${application}`);
        await button(page, "Besluit opnieuw bekijken").click();
        await visitor.look("reopen-asks");
        await page.getByLabel("Waarom het besluit opnieuw wordt bekeken").fill("Het rijbewijs is gehaald.");
        await button(page.getByRole("dialog"), "Besluit opnieuw bekijken").click();
        const taken = page.getByRole("region", { name: "Wat er is besloten" });
        await taken.getByText("Het rijbewijs is gehaald.").waitFor();
        await page.getByLabel("Licht je besluit toe").fill("Nu wel een rijbewijs.");
        await button(page.getByRole("region", { name: "Jouw besluit" }), "Uitnodigen").click();
        await taken.getByText("Nu wel een rijbewijs.").waitFor();
        await taken.getByText("Geen rijbewijs.").waitFor();
        await visitor.look("decided-again");
      });
      await visit(house, { width: 390 }, async (visitor) => {
        const { page } = visitor;
        await visitor.open(`/my-application#${link.token}`);
        const decided = page.getByRole("region", { name: "Wat er is besloten" });
        for (const words of ["U bent afgewezen.", "Het rijbewijs is gehaald.", "U bent uitgenodigd.", "Dit besluit is opnieuw bekeken"]) await decided.getByText(words).waitFor();
        const reasons = page.getByRole("region", { name: "Uw papieren naast de criteria" });
        await reasons.getByText("Wij vragen ernaar voordat wij u om die reden afwijzen.").waitFor();
        assert.equal(await reasons.getByText("voordat je iemand afwijst").count(), 0, "the recruiter's words");
        await visitor.look("link-decided-again");
      });
      await step("hiring.close_vacancy");
      await visit(house, {}, async (visitor) => {
        const { page } = visitor;
        await visitor.enter("recruiter");
        await visitor.open(`/hiring/candidates/${application}`);
        await page.getByText("Wat besloten is blijft staan").waitFor();
        assert.equal(await button(page, "Besluit opnieuw bekijken").count(), 0);
        await visitor.look("closed");
      });
    },
    "the privacy coordinator finds somebody by name while names are hidden, and reads and saves all that is kept": () =>
      visit(house, { language: "en" }, async (visitor) => {
        const { page } = visitor;
        await makeProcedure(house);
        await visitor.enter("privacy_coordinator");
        await visitor.open("/hiring/kept");
        await page.getByLabel("Name, code or vacancy").fill("tim maas");
        await page.getByRole("link", { name: "Tim Maas" }).first().waitFor();
        await visitor.look("kept-of");
        await page.getByRole("link", { name: "Tim Maas" }).first().click();
        await page.locator("summary").first().click();
        await page.getByText("Ik heb geen rijbewijs.").first().waitFor();
        await visitor.look("everything-of");
        const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save (JSON)").click()]);
        assert.match(download.suggestedFilename(), /^K-.*json$/);
      }),
  });
});
