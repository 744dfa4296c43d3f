import { ask } from "../../frame/client";
import type { Desk } from "../../frame/desk";
import { hiringNews } from "./news";
import { hiringWaits } from "./waits";

const KIND = { nl: "Vacature", en: "Vacancy" };

export const hiring: Desk = {
  name: "hiring",
  title: { nl: "Werving", en: "Hiring" },
  pages: [
    { path: "hiring/vacancies", title: { nl: "Vacatures", en: "Vacancies" }, needs: "hiring.vacancies", load: () => import("./Vacancies") },
    { path: "hiring/new", title: { nl: "Nieuwe vacature", en: "New vacancy" }, needs: "hiring.add_vacancy", inMenu: false, load: () => import("./NewVacancy") },
    { path: "hiring/vacancies/:id", title: KIND, needs: "hiring.vacancy", inMenu: false, load: () => import("./VacancyPage") },
    { path: "hiring/proposals/:id", title: { nl: "Kandidaat", en: "Candidate" }, needs: "hiring.candidate", inMenu: false, load: () => import("./OfProposal") },
    { path: "hiring/candidates/:id", title: { nl: "Kandidaat", en: "Candidate" }, needs: "hiring.candidate", inMenu: false, load: () => import("./CandidatePage") },
    { path: "hiring/vacancies/:vacancy/board", title: { nl: "Bord", en: "Board" }, needs: "hiring.matrix", inMenu: false, load: () => import("./Board") },
    { path: "hiring/compare", title: { nl: "Naast elkaar", en: "Side by side" }, needs: "hiring.candidate", inMenu: false, load: () => import("./Compare") },
    { path: "hiring/pool", title: { nl: "Talentenpool", en: "Talent pool" }, needs: "hiring.pool", load: () => import("./Pool") },
    { path: "hiring/due", title: { nl: "Sollicitanten wissen", en: "Erase applicants" }, needs: "hiring.due", load: () => import("./Due") },
    { path: "hiring/kept", title: { nl: "Sollicitanten", en: "Applicants" }, needs: "hiring.kept", load: () => import("./KeptOf") },
    { path: "hiring/kept/:id", title: { nl: "Alles van een sollicitant", en: "Everything of an applicant" }, needs: "hiring.everything_of", inMenu: false, load: () => import("./Everything") },
    { path: "my-application", title: { nl: "Uw sollicitatie", en: "Your application" }, outside: true, load: () => import("./CandidateByLink") },
  ],
  /** A match is about one application, and decided where its papers are. */
  pageOf: ({ id, proposal }) => (proposal.operation === "hiring.match" ? `/hiring/proposals/${id}` : undefined),
  waits: hiringWaits,
  news: hiringNews,
  async find(text, may, signal) {
    if (!may("hiring.vacancies")) return [];
    const { vacancies } = await ask("hiring.vacancies", { text, limit: 8 }, { signal });
    return vacancies.map(({ title, vacancy }) => ({ label: title, kind: KIND, path: `/hiring/vacancies/${vacancy}` }));
  },
};
