import { Anchor } from "@mantine/core";
import { Link } from "react-router-dom";
import { useTexts } from "./language";
import { PageFrame } from "./PageFrame";
import { frameTexts } from "./texts";

export function NoPage() {
  const t = useTexts(frameTexts);
  return <PageFrame title={t.noPage}><Anchor component={Link} to="/">{t.toTray}</Anchor></PageFrame>;
}
