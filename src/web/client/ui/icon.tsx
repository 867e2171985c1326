import { ICONS } from "./icons.generated.ts";

export type IconName = keyof typeof ICONS;

/** Always beside words or inside something named: never the only name. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    aria-hidden="true"
    dangerouslySetInnerHTML={{ __html: ICONS[name] }}
  />
);

/** Steps that rise, and the one that is lit. */
export const Brand = ({ light = false }: { readonly light?: boolean }) => (
  <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
    <path d="M2 20h7v8H2z" fill={light ? "#2f86e8" : "#1651b8"} />
    <path d="M11 12h7v16h-7z" fill={light ? "#fff" : "#0b2a6b"} />
    <path d="M20 9l7-7v26h-7z" fill="#ff8a1f" />
  </svg>
);
