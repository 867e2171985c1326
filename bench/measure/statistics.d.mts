export interface Summary {
  readonly count: number;
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

export function median(values: readonly number[]): number;
export function summary(values: readonly number[]): Summary;
export function rounded(value: number): number;
export function withRatios<E extends { readonly median?: number }>(
  entries: readonly E[],
  isBase: (entry: E) => boolean,
): (E & { readonly ratio: number | null })[];
