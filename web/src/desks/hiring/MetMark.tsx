import { useTexts } from "../../frame/language";
import { hiringTexts } from "./texts";

export type Met = "yes" | "partly" | "no" | "unknown";

/** Whether a requirement is met, as a shape and a colour, with the words for who sees neither. */
export function MetMark({ met, size = 18 }: { met: Met; size?: number }) {
  const t = useTexts(hiringTexts);
  return (
    <svg className={`met met-${met}`} width={size} height={size} viewBox="0 0 20 20" role="img" aria-label={t.met[met]}>
      {met === "yes" && <><circle cx="10" cy="10" r="9" className="full" /><path d="m6 10.3 2.7 2.7L14 7.4" className="on-full" /></>}
      {met === "partly" && <><circle cx="10" cy="10" r="8" className="ring" /><path d="M10 2a8 8 0 0 0 0 16Z" className="full" /></>}
      {met === "no" && <><circle cx="10" cy="10" r="8" className="ring" /><path d="M6.5 10h7" className="ring" /></>}
      {met === "unknown" && <><circle cx="10" cy="10" r="8" className="ring dashed" /><text x="10" y="13.6" textAnchor="middle">?</text></>}
    </svg>
  );
}

export function MetLegend() {
  const t = useTexts(hiringTexts);
  return (
    <ul className="legend">
      {(["yes", "partly", "no", "unknown"] as const).map((met) => <li key={met}><span aria-hidden="true"><MetMark met={met} size={14} /></span> {t.met[met]}</li>)}
    </ul>
  );
}
