export function heightOf(value: number): number {
  return value * 10;
}
