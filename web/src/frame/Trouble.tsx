import { Alert, Button, List, Text } from "@mantine/core";
import { Problem } from "./client";
import { useTexts } from "./language";
import { frameTexts } from "./texts";

/** What went wrong, in the server's words for people, with what now. Nothing where nothing did. */
export function Trouble({ failure, again }: { failure: unknown; again?: () => void }) {
  const t = useTexts(frameTexts);
  if (failure === undefined) return null;
  const problem = failure instanceof Problem ? failure.document : undefined;
  return (
    <Alert color="red" variant="light" role="alert" my="sm">
      <Text size="sm">{problem ? problem.detail || problem.title : t.unreachable}</Text>
      {problem?.missing?.length ? (
        <>
          <Text size="sm" mt="xs">
            {t.missing}
          </Text>
          <List size="sm">
            {problem.missing.map((what) => (
              <List.Item key={what}>{what}</List.Item>
            ))}
          </List>
        </>
      ) : null}
      {again && (
        <Button size="xs" variant="default" mt="xs" onClick={again}>
          {t.again}
        </Button>
      )}
    </Alert>
  );
}
