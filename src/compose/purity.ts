/**
 * A template has neither clock nor chance nor network, and is done when it returns: what is printed again must come out
 * the same. So the code that it is compiled to finds these in place of JavaScript's own, wherever it names them.
 */

import { type Localized, sameReasonOf } from "../base/diagnostic.ts";

/** For esbuild: what is named, by what stands in for it. `Date` is replaced by its own name. */
export const IMPURE = {
  "Math.random": "anphamChance",
  "performance.now": "anphamClock",
  "crypto.randomUUID": "anphamChance",
  "crypto.getRandomValues": "anphamChance",
  fetch: "anphamNetwork",
  setTimeout: "anphamLater",
  setInterval: "anphamLater",
  setImmediate: "anphamLater",
  queueMicrotask: "anphamLater",
} as const;

/** The module that stands in for them. Dates that are given, as those of events, work as ever. */
export const PURE_MODULE = `
const refuse = (vi, en, at) => {
  const refused = Object.assign(new Error(en), { reason: { vi, en } });
  Error.captureStackTrace(refused, at);
  throw refused;
};
const noClock = (at) => refuse(
  "mẫu không có đồng hồ; ngày giờ lấy từ page.brief hoặc viết ra",
  "a template has no clock; take days and hours from page.brief, or write them", at);
export function anphamClock() { noClock(anphamClock); }
export function anphamChance() {
  refuse("mẫu không có số ngẫu nhiên; cùng nội dung thì cùng trang",
    "a template has no chance; the same content gives the same page", anphamChance);
}
export function anphamNetwork() {
  refuse("mẫu không lấy gì từ mạng; ảnh nằm trong thư mục của mẫu hoặc trong page.pictures",
    "a template takes nothing from the network; pictures are in its folder or in page.pictures", anphamNetwork);
}
export function anphamLater() {
  refuse("mẫu chạy một mạch rồi trả trang về, không hẹn giờ làm sau",
    "a template returns its pages at once; nothing is left for later", anphamLater);
}
const traps = {
  construct: (real, given, as) => given.length === 0 ? noClock(traps.construct) : Reflect.construct(real, given, as),
  apply: () => noClock(traps.apply),
  get: (real, name) => name === "now" ? anphamClock : real[name],
};
const pure = /* @__PURE__ */ new Proxy(globalThis.Date, traps);
export { pure as Date };
`;

/** Why a template's code threw: in both languages where that is known. */
export const thrownReason = (thrown: unknown): Localized =>
  thrown instanceof Error && isLocalized((thrown as { reason?: unknown }).reason)
    ? (thrown as unknown as { readonly reason: Localized }).reason
    : sameReasonOf(thrown);

const isLocalized = (reason: unknown): reason is Localized =>
  typeof reason === "object" && reason !== null && "vi" in reason && "en" in reason;
