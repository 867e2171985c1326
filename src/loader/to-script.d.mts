export interface BuiltScript {
  readonly code: string;
  /** Other scripts by name, packages as they were written. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
}

export function toScript(name: string, code: string): BuiltScript;
export function refuseCircles(scripts: Readonly<Record<string, Pick<BuiltScript, "imports">>>): void;
export function nameOf(path: string): string;
