import { useTexts } from "../../frame/language";
import { hiringTexts } from "./texts";

export type Met = "yes" | "partly" | "no" | "unknown";

const METS = ["yes", "partly", "no", "unknown"] as const;

/** Whether a requirement is met, as a shape and a colour, with the words for who sees neither. */
export function MetMark({ met, size = 18 }: { met: Met; size?: number }) {
  const t = useTexts(hiringTexts);
  return <svg className={`met met-${met}`} width={size} height={size} viewBox="0 0 20 20" role="img" aria-label={t.met[met]}><Shape met={met} /></svg>;
}

function Shape({ met }: { met: Met }) {
  switch (met) {
    case "yes":
      return <><circle cx="10" cy="10" r="9" className="full" /><path d="m6 10.3 2.7 2.7L14 7.4" className="on-full" /></>;
    case "partly":
      return <><circle cx="10" cy="10" r="8" className="ring" /><path d="M10 2a8 8 0 0 0 0 16Z" className="full" /></>;
    case "no":
      return <><circle cx="10" cy="10" r="8" className="ring" /><path d="M6.5 10h7" className="ring" /></>;
    case "unknown":
      return <><circle cx="10" cy="10" r="8" className="ring dashed" /><path d="M7.9 8.1a2.2 2.2 0 1 1 3.2 2c-.8.4-1.1.8-1.1 1.7M10 14.2v.1" className="mark" /></>;
  }
}

export function MetLegend() {
  const t = useTexts(hiringTexts);
  return (
    <ul className="legend">
      {METS.map((met) => <li key={met}><span aria-hidden="true"><MetMark met={met} size={14} /></span> {t.met[met]}</li>)}
    </ul>
  );
}
