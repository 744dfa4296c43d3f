import type { Who } from "./client";
import type { InTwo } from "./language";

export type Role = Who["roles"][number];

/** What the roles are called. A role that the server has and this list lacks does not compile. */
export const roleNames: Record<Role, InTwo> = {
  employee: { nl: "Medewerker", en: "Employee" },
  manager: { nl: "Leidinggevende", en: "Manager" },
  recruiter: { nl: "Recruiter", en: "Recruiter" },
  hr_adviser: { nl: "HR-adviseur", en: "HR adviser" },
  payroll: { nl: "Salarisadministratie", en: "Payroll" },
  planner: { nl: "Planner", en: "Planner" },
  company_doctor: { nl: "Bedrijfsarts", en: "Company doctor" },
  privacy_coordinator: { nl: "Privacycoördinator", en: "Privacy coordinator" },
  data_protection_officer: { nl: "Functionaris gegevensbescherming", en: "Data protection officer" },
  works_council: { nl: "Ondernemingsraad", en: "Works council" },
  administrator: { nl: "Beheerder", en: "Administrator" },
  candidate: { nl: "Kandidaat", en: "Candidate" },
};
