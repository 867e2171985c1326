/** An institution that the library does not have: what stands on a piece until its own words are typed. */

import { capitals } from "../../base/vietnamese/casing.ts";
import type { Draft } from "../model/draft.ts";

/** Everything that the schema asks for, told so that nobody prints it by mistake. */
export function ownInstitution({ data, colors }: Draft): Readonly<Record<string, unknown>> {
  const name = data["institution.name"];
  return {
    id: "own",
    name: "Tên trường của bạn",
    monogram: monogramOf(typeof name === "string" ? name : "Tên trường"),
    governingBody: "Cơ quan chủ quản",
    province: "Việt Nam",
    programmes: [],
    contact: { phones: ["0000 000 000"], addresses: ["Địa chỉ của trường"] },
    colors: colors && { primary: { rgb: colors.primary }, accent: { rgb: colors.accent } },
  };
}

/** The paths that hold a placeholder until they are filled. */
export const PLACEHOLDERS: readonly string[] = [
  "institution.name",
  "institution.governingBody",
  "institution.monogram",
  "contact.phones",
  "contact.addresses",
];

/** “Trường Cao đẳng Nghề Phú Yên” → “PY”. */
export function monogramOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  return (
    capitals(
      words
        .slice(-2)
        .map((word) => word.slice(0, 1))
        .join(""),
    ) || "T"
  );
}
