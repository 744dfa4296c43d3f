import { Alert, Button } from "@mantine/core";
import { useTexts } from "./language";
import { frameTexts } from "./texts";

/** Instead of a page that broke, or that a newer server no longer has: the rest stays. */
export function WentWrong() {
  const t = useTexts(frameTexts);
  return (
    <Alert color="red" role="alert">
      {t.unexpected}
      <Button mt="sm" size="xs" variant="default" display="block" onClick={() => location.reload()}>{t.reload}</Button>
    </Alert>
  );
}
