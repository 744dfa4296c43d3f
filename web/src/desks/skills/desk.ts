import { ask } from "../../frame/client";
import type { Desk } from "../../frame/desk";
import { pathOf } from "./paths";

const FEWEST_LETTERS = 3;

/** What skills are called here, and what people can do. */
export const skills: Desk = {
  name: "skills",
  title: { nl: "Vaardigheden", en: "Skills" },
  pages: [
    { path: "skills/mine", title: { nl: "Mijn vaardigheden", en: "My skills" }, needs: "skills.mine", load: () => import("./Mine") },
    { path: "skills/moves", title: { nl: "Waar ik heen kan", en: "Where I can go" }, needs: "skills.my_moves", load: () => import("./Moves") },
    { path: "skills/vacancies", title: { nl: "Vacatures voor collega's", en: "Vacancies for colleagues" }, needs: "skills.my_vacancies", load: () => import("./Vacancies") },
    { path: "skills/team", title: { nl: "Vaardigheden van mensen", en: "Skills of people" }, needs: "skills.team", load: () => import("./Team") },
    { path: "skills/people/:person", title: { nl: "Vaardigheden", en: "Skills" }, needs: "skills.of_person", inMenu: false, load: () => import("./OfPerson") },
    { path: "skills/beside", title: { nl: "Naast een functie", en: "Beside a position" }, needs: "skills.gap_of", load: () => import("./GapOf") },
    { path: "skills/taxonomy", title: { nl: "Taxonomie", en: "Taxonomy" }, needs: "skills.search", load: () => import("./Taxonomy") },
    { path: "skills/concept", title: { nl: "Begrip", en: "Concept" }, needs: "skills.concept", inMenu: false, load: () => import("./Concept") },
    { path: "skills/own", title: { nl: "Eigen namen", en: "Own names" }, needs: "skills.put_own_name", load: () => import("./OwnNames") },
    { path: "skills/changes", title: { nl: "Wijzigingen van eigen namen", en: "Changes of own names" }, needs: "skills.own_changes", inMenu: false, load: () => import("./Changes") },
    { path: "skills/why", title: { nl: "Waarom niet gevonden", en: "Why not found" }, needs: "skills.why_not_found", inMenu: false, load: () => import("./Why") },
  ],
  find: async (text, may, signal) => {
    if (!may("skills.search") || text.length < FEWEST_LETTERS) return [];
    const { concepts } = await ask("skills.search", { text, limit: 5 }, { signal });
    return concepts.map((one) => ({ label: one.label, kind: { nl: "Taxonomie", en: "Taxonomy" }, path: pathOf(one.concept) }));
  },
};
