import { PageFrame } from "../../frame/PageFrame";
import { useTexts } from "../../frame/language";
import { frameTexts } from "../../frame/texts";

export default function Tray() {
  const t = useTexts(frameTexts);
  return <PageFrame title={t.tray} />;
}
