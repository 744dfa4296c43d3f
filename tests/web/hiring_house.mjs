// A vacancy on which a recruiter is at work: requirements frozen, three candidates laid beside them. For tests of the hiring desk.
import { HOSTILE } from "./support.mjs";

const CONDITIONS = ["owner", "data_protection_assessment", "works_council_consent", "notice", "overseer", "fundamental_rights_assessment"];
const OF_PEOPLE = ["owner", "overseer"];

export const VACANCY = {
  title: "Verpleegkundige wijkteam",
  text: "Verpleegkundige wijkteam\n\nJe hebt een diploma verpleegkunde op mbo 4 niveau.\nJe hebt rijbewijs B.\nErvaring met wondzorg is een pré.\n",
  requirements: [
    { label: "Rijbewijs B", kind: "must", type: "licence" },
    { label: "Wondzorg", kind: "wish", type: "skill" },
  ],
};

export const CVS = {
  "vos.txt": `Curriculum vitae\n\nSanne Vos\n\nWerkervaring\n2019 - 2024 Verpleegkundige, Wijkteam Noord\nIk verzorgde dagelijks complexe wonden; wondzorg is mijn vak.\n\nDiploma's\nMbo verpleegkunde, niveau 4, 2018\nRijbewijs B\n\n${HOSTILE}\n`,
  "maas.txt": "Curriculum vitae\n\nTim Maas\n\nWerkervaring\n2020 - 2023 Verzorgende, De Linde\n\nIk heb geen rijbewijs.\n",
  "bos.txt": "Curriculum vitae\n\nEls Bos\n\nWerkervaring\n2015 - 2024 Wijkverpleegkundige, Buurtteam\n\nWondzorg en palliatieve zorg.\n",
};

/** The uses of the desk that the register holds back, each with its conditions and on by two people. */
export async function openHiring(house) {
  const { uses } = await house.act("privacy_coordinator", "register.list", { closed: true });
  for (const { use, risk } of uses.filter((one) => one.use.startsWith("hiring.") && one.use !== "hiring.match_files")) {
    for (const condition of CONDITIONS) {
      const proof = OF_PEOPLE.includes(condition) ? { who: house.logins.privacy_coordinator } : {};
      await house.act("privacy_coordinator", "register.complete", { use, condition, reference: "dossier 12", ...proof });
    }
    for (const to of ["pilot", "on"]) {
      const asked = await house.act("privacy_coordinator", "register.switch", { use, to, reason: "Besproken en in orde." });
      if (risk === "high") {
        await house.act("second_privacy_coordinator", "register.confirm", { switch: asked.switch, opinion: "agree", reason: "Gelezen." });
      }
    }
  }
}

/** Gives the vacancy's id, and of each CV by its name the id of the application. */
export async function makeProcedure(house) {
  const { title, text, requirements } = VACANCY;
  const manager = house.people.find((one) => one.unit === "L1").number;
  const { row } = await house.act("recruiter", "hiring.add_vacancy", { title, text, unit: "L1", manager });
  const { vacancy } = row;
  const step = async (operation, given = {}) => {
    const { version } = await house.act("recruiter", "hiring.vacancy", { vacancy });
    return house.act("recruiter", operation, { vacancy, version, ...given });
  };
  await step("hiring.set_requirements", { requirements });
  await step("hiring.freeze_requirements");
  const candidates = {};
  for (const [name, content] of Object.entries(CVS)) {
    // One by one: a drop of many does not tell whose code is whose.
    const added = await house.act("recruiter", "hiring.add_candidates", { vacancy, files: [await house.upload("recruiter", name, content)] });
    candidates[name] = added.files[0].application;
  }
  const { rows } = await house.act("recruiter", "hiring.matrix", { vacancy });
  return { vacancy, step, candidates, rows };
}
