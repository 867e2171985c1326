import type { InstitutionCard } from "../../model/catalogue.ts";

/** By province, as people look for their own. */
export function groupedByProvince(
  institutions: readonly InstitutionCard[],
): readonly { readonly province: string; readonly institutions: readonly InstitutionCard[] }[] {
  const compare = new Intl.Collator("vi").compare;
  const provinces = [...new Set(institutions.map(({ province }) => province))].sort(compare);
  return provinces.map((province) => ({
    province,
    institutions: institutions
      .filter((each) => each.province === province)
      .sort((a, b) => compare(a.name, b.name)),
  }));
}
