import { Center, Loader } from "@mantine/core";
import { useTexts } from "./language";
import { frameTexts } from "./texts";

export function Waiting() {
  const t = useTexts(frameTexts);
  return <Center mih={160} role="status" aria-label={t.loading}><Loader size="sm" /></Center>;
}
