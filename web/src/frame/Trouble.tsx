import { Alert, Button, List, Text } from "@mantine/core";
import { Problem, type ProblemDocument } from "./client";
import { useTexts } from "./language";
import { fieldNames, frameTexts } from "./texts";

/** More than this of what somebody typed says no more of what is wrong with it. */
const MOST_SHOWN = 120;

/** The server's sentence, with the field as the page calls it where it names one by its own name. */
function useToldBy() {
  const names: Record<string, string | undefined> = useTexts(fieldNames);
  return ({ title, detail, where }: ProblemDocument) => {
    const member = /^(?:[a-z_]+\[\d+\]\.)?([a-z_]+)(?::.*)?$/.exec(where ?? "")?.[1];
    const name = member && names[member];
    if (name) return `${title} (${name})`;
    return where && where.length > MOST_SHOWN ? `${title} (${where.slice(0, MOST_SHOWN)}…)` : detail || title;
  };
}

/** What went wrong, in the server's words for people, with what now. Nothing where nothing did. */
export function Trouble({ failure, again }: { failure: unknown; again?: () => void }) {
  const t = useTexts(frameTexts);
  const toldBy = useToldBy();
  if (failure === undefined) return null;
  const problem = failure instanceof Problem ? failure.document : undefined;
  return (
    <Alert color="red" variant="light" role="alert" my="sm">
      <Text size="sm" className="own-words">{problem ? toldBy(problem) : t.unreachable}</Text>
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
