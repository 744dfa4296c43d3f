import { Anchor } from "@mantine/core";
import { Link } from "react-router-dom";
import { inTwo, useTexts } from "../../frame/language";
import { useSession } from "../../frame/session";

const texts = inTwo({ nl: { why: "Waarom niet gevonden?" }, en: { why: "Why not found?" } });

/** Where it says what was looked for of a requirement: at the desk that knows the names. */
export function WhyNotFound({ application, requirement, label }: { application: string; requirement: string; label: string }) {
  const t = useTexts(texts);
  const { may } = useSession();
  if (!may("skills.why_not_found")) return null;
  return <Anchor component={Link} size="sm" px="xs" to={`/skills/why?application=${application}&requirement=${requirement}`} aria-label={`${t.why}: ${label}`}>{t.why}</Anchor>;
}
