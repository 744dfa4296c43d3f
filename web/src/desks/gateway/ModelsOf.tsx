import { Button, Fieldset, Group, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { choices } from "../../forms/words";
import { useTexts } from "../../frame/language";
import { euros, micros } from "./money";
import { providerTexts } from "./ruleTexts";
import { type ModelKind, modelKindWords, type Offered } from "./words";

/** What a provider offers: each model by the name it is asked for here. */
export function ModelsOf({ models, onChange }: { models: Offered[]; onChange: (models: Offered[]) => void }) {
  const t = useTexts(providerTexts);
  const kinds = useTexts(modelKindWords);
  const change = (place: number, changed: Partial<Offered>) => onChange(models.map((one, other) => (other === place ? { ...one, ...changed } : one)));
  return (
    <div className="models-of">
      {models.map((one, place) => (
        <Fieldset key={place} legend={t.modelNumber(place + 1)}>
          <Group grow align="flex-end" preventGrowOverflow={false}>
            <TextInput label={t.modelName} required value={one.name} onChange={(event) => change(place, { name: event.currentTarget.value })} />
            <TextInput label={t.modelCalled} value={one.called ?? ""} onChange={(event) => change(place, { called: event.currentTarget.value })} />
            <NativeSelect label={t.modelKind} data={choices(kinds)} value={one.kind ?? "chat"} onChange={(event) => change(place, { kind: event.currentTarget.value as ModelKind })} />
          </Group>
          <Group grow align="flex-end" preventGrowOverflow={false}>
            <NumberInput label={t.priceIn} min={0} hideControls value={euros(one.micros_in ?? 0)} onChange={(value) => change(place, { micros_in: micros(Number(value)) })} />
            <NumberInput label={t.priceOut} min={0} hideControls value={euros(one.micros_out ?? 0)} onChange={(value) => change(place, { micros_out: micros(Number(value)) })} />
          </Group>
          <Button mt="xs" size="compact-sm" variant="default" onClick={() => onChange(models.filter((_, other) => other !== place))}>{t.removeModel} {place + 1}</Button>
        </Fieldset>
      ))}
      <Group><Button size="xs" variant="default" onClick={() => onChange([...models, { name: "", kind: "chat" }])}>{t.addModel}</Button></Group>
    </div>
  );
}
