/** Prices and costs are kept in millionths of a euro. */
const MICROS = 1_000_000;

export function euros(micros: number) {
  return micros / MICROS;
}

export function micros(amount: number) {
  return Math.round(amount * MICROS);
}
