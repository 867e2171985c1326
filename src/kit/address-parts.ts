/** Where an address on the web may go on in the next line. */

/** Before a dot, after a slash or “@”; “18–30” after its dash. */
const POINT = /(?<=[^.])(?=\.[^.])|(?<=[/@–])(?=[^/])/u;

/** The sections of a web or e-mail address, in their order; of any other word the word itself. */
export const addressParts = (word: string): readonly string[] => word.split(POINT);

/** Whether lines tear a word between letters: what has no room is then better shown elsewhere. */
export function tearsAddress(address: string, lines: readonly string[]): boolean {
  const ends = new Set(endsOf(addressParts(address)));
  return endsOf(lines).some((end) => !ends.has(end));
}

/** How many letters there are up to the end of each part. */
function endsOf(parts: readonly string[]): readonly number[] {
  let end = 0;
  return parts.map((part) => {
    end += part.length;
    return end;
  });
}
