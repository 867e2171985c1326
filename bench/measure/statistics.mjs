/** The arithmetic behind the tables. */

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The middle value, or the mean of the two in the middle. @throws RangeError for no values */
export function median(values) {
  if (values.length === 0) throw new RangeError("the median of nothing");
  const order = sorted(values);
  const half = order.length >> 1;
  return order.length % 2 === 1 ? order[half] : (order[half - 1] + order[half]) / 2;
}

/** @returns {{ count: number, minimum: number, median: number, maximum: number }} */
export function summary(values) {
  return {
    count: values.length,
    minimum: Math.min(...values),
    median: median(values),
    maximum: Math.max(...values),
  };
}

/** Two digits after the point below 10, one below 100, none above: what a timing is worth. */
export function rounded(value) {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return Number(value.toFixed(digits));
}

/**
 * How many times the base's time each entry takes: above 1 the base is faster. Entries without a time get `null`.
 * @param isBase tells the entry that the others are compared with; without one, all get `null`
 */
export function withRatios(entries, isBase) {
  const base = entries.find(isBase);
  return entries.map((entry) => ({
    ...entry,
    ratio: base?.median && entry.median ? rounded(entry.median / base.median) : null,
  }));
}
