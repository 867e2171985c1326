/** An institution and a brief that say everything there is to say, for watching templates. */

import { deepObject } from "../rows/deep-object.ts";
import { FIELDS } from "../rows/schema-fields.ts";
import { FIELD_WORDS } from "./field-words.ts";

const PROGRAMMES = ["Điện công nghiệp", "Công nghệ ô tô", "Hàn", "Kỹ thuật chế biến món ăn"].map((name) => ({
  name,
  levels: ["trung-cap"],
  duration: "18 tháng",
  quota: 30,
  summary: "Làm được việc ngay khi ra trường.",
  inDemand: true,
}));

/** Of the fields that no example fills. */
const VALUES: Readonly<Record<string, unknown>> = {
  "institution.id": "mau",
  "institution.logo": null,
  programmes: PROGRAMMES,
  benefits: ["Miễn học phí", "Giới thiệu việc làm", "Ký túc xá"],
  "contact.phones": ["0252 3822 999", "0912 345 678"],
  "contact.addresses": ["205 Lê Lợi, thành phố Phan Thiết", "Cơ sở 2: thị xã La Gi"],
};

/** Left to the campaign, whose texts are whole, or to other fields. */
const LEFT_OUT = /^(message|audience|handbook|directory|photo|institution\.(sample|colors))\b|\.short$/;

function filled(prefix: "institution" | "data"): Readonly<Record<string, unknown>> {
  const object = deepObject();
  for (const { path, request, institution, kind } of FIELDS) {
    const target =
      prefix === "institution" ? institution : request?.startsWith("data.") ? request.slice(5) : null;
    if (target === null || LEFT_OUT.test(path)) continue;
    const value = path in VALUES ? VALUES[path] : FIELD_WORDS[path]?.example;
    if (value !== undefined && value !== null && kind !== "structure") object.set(target, value);
    else if (path in VALUES) object.set(target, value);
  }
  return object.toObject();
}

export const SAMPLE_INSTITUTION = filled("institution");
export const FULL_DATA = filled("data");
