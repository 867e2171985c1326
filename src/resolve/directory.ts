/** The institutions that a handbook lists. */

import { compareVietnamese } from "../base/vietnamese/collation.ts";
import type { DirectoryEntry } from "../model/handbook.ts";
import type { Institution } from "../model/institution.ts";
import { createFindings } from "./findings.ts";
import type { Library } from "./library.ts";

/**
 * Every institution of the library in the same province: the piece's own first, the others in Vietnamese order.
 * @throws AnphamError with what is wrong with every broken file
 */
export async function loadDirectory(own: Institution, { institutions }: Library): Promise<DirectoryEntry[]> {
  const { attempt, stopOnErrors } = createFindings();
  const ids = (await institutions.ids()).filter((id) => id !== own.id);
  const others = await Promise.all(ids.map((id) => attempt(() => institutions.load(id))));
  stopOnErrors();
  const neighbours = others.flatMap((other) => (other?.province === own.province ? [entryOf(other)] : []));
  return [entryOf(own), ...neighbours.sort(byName)];
}

/** What a list says of an institution: its first address and first telephone number. */
export const entryOf = ({ name, contact }: Pick<Institution, "name" | "contact">): DirectoryEntry => ({
  name,
  address: contact.addresses[0] ?? null,
  phone: contact.phones[0] ?? null,
  website: contact.website,
});

const byName = (a: DirectoryEntry, b: DirectoryEntry): number => compareVietnamese(a.name.text, b.name.text);
