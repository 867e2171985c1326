/** What direct layout does not know is satori's: reading such a tree stops with {@link OutsideSubset}. */

/** Why a tree is laid out by satori, in English, for tests and whoever wonders. */
export class OutsideSubset extends Error {
  override readonly name = "OutsideSubset";
}

export function outside(reason: string): never {
  throw new OutsideSubset(reason);
}
