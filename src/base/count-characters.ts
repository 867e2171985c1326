/** Characters of a text (Unicode code points), without a list of them. */
export function countCharacters(text: string): number {
  let count = text.length;
  // The second half of a surrogate pair is no character of its own.
  for (let i = 1; i < text.length; i++) {
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) count--;
  }
  return count;
}

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;
