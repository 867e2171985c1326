/** What the clauses read in content streams, in one pass; strings are passed over. */

export interface ReadOperators {
  /** Graphics states within each other. */
  readonly deepest: number;
  /** Graphics states that are saved and not restored. */
  readonly open: number;
  /** Operators and names that bring in foreign colour, or objects that nothing else sees. */
  readonly foreign: readonly string[];
}

const FOREIGN_OPERATORS = ["rg", "ri", "RG", "BI", "PS"] as const;
const FOREIGN_NAMES = ["/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/RGB"] as const;

const [STRING, STRING_END, ESCAPE, NAME] = codesOf("()\\/");
const [SAVE, RESTORE, r, R, B, P] = codesOf("qQrRBP");

/** Each sort is told by its first letter, so that next to nothing is looked at twice. */
export function readOperators(operators: string): ReadOperators {
  let open = 0;
  let deepest = 0;
  const foreign: string[] = [];
  const { length } = operators;
  for (let at = 0; at < length; at++) {
    const code = operators.charCodeAt(at);
    if (code === STRING) at = endOfString(operators, at);
    else if (code === SAVE) {
      if (isWord(operators, at, 1) && ++open > deepest) deepest = open;
    } else if (code === RESTORE) {
      if (isWord(operators, at, 1)) open--;
    } else if (code === r || code === R || code === B || code === P) {
      const found =
        isWord(operators, at, 2) && FOREIGN_OPERATORS.find((each) => operators.startsWith(each, at));
      if (found) foreign.push(found);
    } else if (code === NAME) {
      const found = FOREIGN_NAMES.find((each) => operators.startsWith(each, at));
      if (found && !goesOn(operators, at + found.length)) foreign.push(found.slice(1));
    }
  }
  return { deepest, open, foreign };
}

/** The place of the parenthesis that closes a string; its own place where none does. */
function endOfString(operators: string, start: number): number {
  for (let at = start + 1; at < operators.length; at++) {
    const code = operators.charCodeAt(at);
    if (code === STRING_END) return at;
    if (code === ESCAPE) at++;
  }
  return start;
}

const isWord = (operators: string, start: number, length: number): boolean =>
  isSpace(operators, start - 1) && isSpace(operators, start + length);

/** The ends of the operators count, too. */
const isSpace = (operators: string, at: number): boolean => !(operators.charCodeAt(at) > 0x20);

/** Whether a name has more characters. */
const goesOn = (operators: string, at: number): boolean =>
  at < operators.length && /[\w.]/.test(operators[at]!);

function codesOf(characters: string): readonly number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}
