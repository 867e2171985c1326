export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

export interface SelfTime {
  readonly name: string;
  readonly where: string;
  readonly ms: number;
  /** 0–1 of the whole. */
  readonly share: number;
}

export function selfTimes(
  profiles: readonly CpuProfile[],
  moduleAt?: (url: string, line: number) => string | null,
): {
  readonly total: number;
  readonly functions: readonly SelfTime[];
};
