/**
 * How much work a file may cause. Anybody may hand in anything: whatever would go on is cut off here, and what
 * was cut off is told (`pdf.limit-reached`).
 */

export const LIMITS = {
  /** Bytes that one stream may unpack to. */
  streamBytes: 256 * 1024 * 1024,
  /** Bytes that all streams together may unpack to. */
  totalBytes: 2 * 1024 * 1024 * 1024,
  /** Indirect objects. */
  objects: 4_000_000,
  pages: 5_000,
  /** Operators of all content together; a form counts each time it is painted. */
  operators: 10_000_000,
  /** Members of arrays that are looked at, together: many objects may share one large array. */
  members: 10_000_000,
  /** Members of arrays and dictionaries inside one object or before one operator. */
  objectMembers: 1_000_000,
  /** Filters of one stream. Writers chain two at most. */
  filters: 16,
  /** What starting a nested stream costs, in operators. */
  nestedCost: 40,
  /** Forms, patterns, masks and glyphs inside each other. ISO 15930-7 files stay far below. */
  depth: 24,
  /** References to references, and steps up the page tree. */
  hops: 64,
  /** Samples of one picture that are measured for ink. */
  samples: 1_000_000,
  /** Bytes of an XMP packet, and elements inside each other in it. */
  xmpBytes: 32 * 1024 * 1024,
  xmpDepth: 64,
} as const;

/** What is left of the limits while one file is read. */
export class Budget {
  #bytes: number = LIMITS.totalBytes;
  #operators: number = LIMITS.operators;
  #members: number = LIMITS.members;
  readonly #reached = new Map<string, LimitReached>();

  /** Most bytes that the next stream may unpack to. */
  get streamBytes(): number {
    return Math.min(LIMITS.streamBytes, this.#bytes);
  }

  takeBytes(count: number): void {
    this.#bytes = Math.max(0, this.#bytes - count);
  }

  /** Counts operators; `false` when there were too many. */
  takeOperators(count: number): boolean {
    this.#operators -= count;
    if (this.#operators >= 0) return true;
    this.reach(`${LIMITS.operators} toán tử`, `${LIMITS.operators} operators`);
    return false;
  }

  /** Counts members of arrays; `false` when there were too many. */
  takeMembers(count: number): boolean {
    this.#members -= count;
    if (this.#members >= 0) return true;
    this.reach(`${LIMITS.members} phần tử mảng`, `${LIMITS.members} members of arrays`);
    return false;
  }

  /** Notes that a limit ended something. */
  reach(vi: string, en: string): void {
    this.#reached.set(en, { vi, en });
  }

  get reached(): readonly LimitReached[] {
    return [...this.#reached.values()];
  }
}

/** A limit, in words. */
export interface LimitReached {
  readonly vi: string;
  readonly en: string;
}
