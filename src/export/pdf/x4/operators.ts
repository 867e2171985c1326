/** What the clauses read in content streams, in one pass; strings are passed over. */

export interface ReadOperators {
  /** Graphics states within each other. */
  readonly deepest: number;
  /** Graphics states that are saved and not restored. */
  readonly open: number;
  /** Operators and names that bring in foreign colour, or objects that nothing else sees. */
  readonly foreign: readonly string[];
}

/** Each sort is told by its first letters, so that next to nothing is looked at twice. */
const TOLD =
  /\((?:\\.|[^\\)])*\)|([qQ])(?<=(?:^|\s).)(?=\s|$)|(r[gi]|RG|BI|PS)(?<=(?:^|\s)..)(?=\s|$)|\/(DeviceRGB|CalRGB|CalGray|Lab|RGB)(?![\w.])/g;

export function readOperators(operators: string): ReadOperators {
  let open = 0;
  let deepest = 0;
  const foreign: string[] = [];
  TOLD.lastIndex = 0;
  for (let found = TOLD.exec(operators); found; found = TOLD.exec(operators)) {
    const [, state, operator, name] = found;
    if (state === "q") deepest = Math.max(deepest, ++open);
    else if (state === "Q") open--;
    else if (operator ?? name) foreign.push((operator ?? name)!);
  }
  return { deepest, open, foreign };
}
