/** PDF/X-4: output intent and colours (ISO 15930-7 §6.4). */

import { sha256 } from "../../base/hash.ts";
import { type ColorSpace, colorSpaceOf, spaceName } from "../content/color-space.ts";
import type { PdfDocument } from "../file/document.ts";
import { ByteString, EMPTY_DICT, isArray, Name, Stream, type Value } from "../file/object.ts";
import { LIMITS } from "../limits.ts";
import { placeText } from "../rules/judge.ts";
import { both, type Clause, onFirstPage, plain } from "./clause.ts";
import { iccHeader, type X4Facts } from "./facts.ts";

/** ISO 32000-1 §11.3.5. */
const BLEND_MODES = new Set(
  "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity".split(
    " ",
  ),
);

/** Device spaces that an intent of each space lets through (§6.4.3.2). */
const MATCHING: Readonly<Record<string, readonly string[]>> = {
  CMYK: ["DeviceCMYK", "DeviceGray"],
  RGB: ["DeviceRGB"],
  GRAY: ["DeviceGray"],
};

const isForeign = (space: ColorSpace, { intentSpace }: X4Facts): boolean =>
  space.kind === "device" && !(MATCHING[intentSpace ?? ""] ?? []).includes(space.family);

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

const digests = new WeakMap<object, string>();
/** Stands for a value inside itself, or too deep inside others. */
const UNKNOWN = "…";

/**
 * Equal for equal values with all that they refer to, so that equal colorants compare equal. Arrays and
 * dictionaries are summed up once each, however often they are referred to.
 */
function written(document: PdfDocument, value: Value, nesting = 0): string {
  const found = document.read(value);
  if (found instanceof Name) return `/${found.text}`;
  if (found instanceof ByteString) return sha256(found.bytes);
  if (found === null || typeof found !== "object") return String(found);
  const known = digests.get(found);
  if (known !== undefined) return known;
  if (nesting > LIMITS.hops) return UNKNOWN;
  digests.set(found, UNKNOWN);
  const digest = sha256(parts(document, found, nesting + 1));
  digests.set(found, digest);
  return digest;
}

function parts(document: PdfDocument, found: Value, nesting: number): string {
  if (isArray(found)) return `[${found.map((each) => written(document, each, nesting)).join(" ")}]`;
  const skipped = new Set(["Length", "Filter", "DecodeParms"]);
  const entries = [...(document.dict(found) ?? EMPTY_DICT)].filter(([key]) => !skipped.has(key));
  const text = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${key} ${written(document, each, nesting)}`)
    .join(" ");
  return `<<${text}>>${found instanceof Stream ? sha256(document.data(found).data) : ""}`;
}

export const COLOR_CLAUSES: readonly Clause[] = [
  {
    id: "output-intent",
    clause: "ISO 15930-7 §6.4.2.1",
    requirement: both("đúng một OutputIntent GTS_PDFX", "exactly one GTS_PDFX output intent"),
    check: ({ intents }) =>
      intents.length === 1 ? null : both(`có ${intents.length}`, `${intents.length} of them`),
  },
  {
    id: "output-condition",
    clause: "ISO 15930-7 §6.4.2",
    requirement: both(
      "OutputIntent có OutputConditionIdentifier, và Info khi điều kiện in không đăng ký",
      "the intent has an OutputConditionIdentifier, and Info when the condition is not registered",
    ),
    check({ document, intents: [intent] }) {
      if (!intent) return plain(null);
      if (!document.textAt(intent.dict, "OutputConditionIdentifier")) return plain(null);
      const registry = document.textAt(intent.dict, "RegistryName") ?? "";
      if (/^https?:\/\/www\.color\.org/.test(registry)) return null;
      return document.textAt(intent.dict, "Info") ? null : both("thiếu Info", "no Info");
    },
  },
  {
    id: "intent-profile",
    clause: "ISO 15930-7 §6.4.1",
    requirement: both(
      "nhúng hồ sơ ICC loại prtr, GRAY, RGB hoặc CMYK, không quá phiên bản 4",
      "an embedded ICC profile of class prtr, GRAY, RGB or CMYK, up to version 4",
    ),
    check({ document, intents: [intent] }) {
      if (!intent?.profile) return plain(null);
      const { deviceClass, space, major } = iccHeader(document, intent.profile);
      if (deviceClass === "prtr" && MATCHING[space] && major <= 4) return null;
      return plain(`${deviceClass} ${space} v${major}`);
    },
  },
  {
    id: "device-colors",
    clause: "ISO 15930-7 §6.4.3.2",
    requirement: both("màu thiết bị phải khớp với OutputIntent", "device colours match the output intent"),
    check: (facts) =>
      onFirstPage(facts, ({ colors, run }) => {
        for (const [space, area] of colors.spaces) {
          if (isForeign(space, facts)) {
            const text = `${spaceName(space)} ${placeText(area)} mm`;
            return both(text, text);
          }
        }
        for (const group of run.used.groups) {
          const value = group.get("CS");
          if (value === undefined) continue;
          const space = colorSpaceOf(facts.document, value, EMPTY_DICT);
          if (isForeign(space, facts)) return plain(`Group ${spaceName(space)}`);
        }
        return null;
      }),
  },
  {
    id: "no-own-profile",
    clause: "ISO 15930-7 §6.4.3",
    requirement: both(
      "ICCBased CMYK không dùng lại hồ sơ của OutputIntent",
      "ICCBased CMYK does not use the output intent's own profile",
    ),
    check(facts) {
      const profile = facts.intents[0]?.profile;
      if (!profile) return null;
      const own = facts.document.data(profile).data;
      return onFirstPage(facts, ({ colors }) => {
        for (const space of colors.spaces.keys()) {
          if (space.kind !== "icc" || space.components !== 4) continue;
          if (sameBytes(facts.document.data(space.profile).data, own)) return plain(spaceName(space));
        }
        return null;
      });
    },
  },
  {
    id: "icc-overprint",
    clause: "ISO 15930-7, overprint",
    requirement: both(
      "không in chồng OPM 1 với ICCBased CMYK",
      "no overprinting with OPM 1 in ICCBased CMYK",
    ),
    check: (facts) =>
      onFirstPage(
        facts,
        ({ colors }) => colors.iccOverprint && plain(`${placeText(colors.iccOverprint)} mm`),
      ),
  },
  {
    id: "spot-colors-agree",
    clause: "ISO 15930-7, Separation",
    requirement: both(
      "một tên màu pha chỉ có một màu thay thế",
      "one spot name has one alternate everywhere",
    ),
    check({ pages, document }) {
      const known = new Map<string, string>();
      for (const { colors } of pages) {
        for (const space of colors.spaces.keys()) {
          if (space.kind !== "inks" || space.names.length !== 1) continue;
          const name = space.names[0]!;
          const text = `${spaceName(space.alternate)} ${written(document, space.tint)}`;
          const before = known.get(name);
          if (before !== undefined && before !== text) return plain(name);
          known.set(name, text);
        }
      }
      return null;
    },
  },
  {
    id: "blend-modes",
    clause: "ISO 32000-1 §11.3.5",
    requirement: both("chỉ dùng chế độ hòa màu chuẩn", "only standard blend modes"),
    check: (facts) =>
      onFirstPage(facts, ({ colors }) => {
        const odd = [...colors.blendModes].find((mode) => !BLEND_MODES.has(mode));
        return odd === undefined ? null : plain(odd);
      }),
  },
];
