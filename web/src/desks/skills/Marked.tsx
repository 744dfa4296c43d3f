import { Text } from "@mantine/core";
import { slicePoints } from "../../frame/Quote";

/** A sentence with the words marked that count, by their places in it; and where it stands. */
export function Marked({ quote, from, to, where }: { quote: string; from: number; to: number; where: string }) {
  return (
    <figure className="quote">
      <blockquote>
        {slicePoints(quote, 0, from)}<mark>{slicePoints(quote, from, to)}</mark>{slicePoints(quote, to)}
      </blockquote>
      <figcaption><Text size="xs" c="dimmed" span>{where}</Text></figcaption>
    </figure>
  );
}
