/** The bytes of a file in parts, one after the other: what many files have in common is copied for none of them. */
export type ByteParts = readonly Uint8Array[];

export const lengthOf = (parts: ByteParts): number =>
  parts.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** All parts as one; the only part is not copied. */
export function joined(parts: ByteParts): Uint8Array {
  const [only] = parts;
  return only && parts.length === 1 ? only : Buffer.concat(parts);
}

/**
 * A copy that all threads read where it lies, for bytes that recur from file to file and never change: a message that
 * holds it is as short as without.
 */
export function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  copy.set(bytes);
  return copy;
}
