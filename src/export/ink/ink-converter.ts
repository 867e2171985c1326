/** Scene colours and pixels as inks of one printing condition, and inks as they will look. */

import { LRUCache } from "lru-cache";
import { type Cmyk, type Rgb, toHex } from "../../base/color.ts";
import { fail, reasonOf } from "../../base/diagnostic.ts";
import { contentHash, digestOf } from "../../base/hash.ts";
import { bytesOf, threeOfWords, wordsOf, wordsOfThree } from "../../base/pixel-words.ts";
import type { Ink, InkTable } from "../../model/ink.ts";
import type { OutputCondition } from "../../model/output-condition.ts";
import type { SceneColor } from "../../model/scene.ts";
import { type BlackScale, blackScale, isNeutral } from "./black-scale.ts";
import { limitPixels, withinInkLimit } from "./ink-limit.ts";
import { type PressTransforms, pressTransforms } from "./lcms.ts";
import { type ConvertWords, remembering } from "./pixel-cache.ts";
import { tinted } from "./tint.ts";

/** Everything that leaves here keeps the condition's ink limit. Equal questions get equal answers. */
export interface InkConverter {
  readonly condition: OutputCondition;
  /**
   * The ink behind a colour. A token of the ink table gives its ink; `token@30` gives 30 % of it. Any other
   * colour goes by its sRGB value: neutrals become black ink alone of the same lightness, white becomes no
   * ink, the rest goes through the profile, relative colorimetric with black-point compensation.
   */
  inkOf(color: SceneColor): Ink;
  /**
   * Pixels of a picture: 8-bit sRGB, 3 bytes each → 8-bit CMYK, 4 bytes each, 255 = full ink. Perceptual
   * with black-point compensation, so that photographs keep their shadows.
   */
  pixelsToCmyk(rgb: Uint8Array): Uint8Array;
  /**
   * What a process colour looks like in print: relative colorimetric, so the paper is shown as the screen's
   * white and everything else as it stands against that paper; the darkest ink is as grey as it really is.
   */
  proof(cmyk: Cmyk): Rgb;
  /** {@link proof} for 8-bit CMYK pixels, 4 bytes each → 8-bit sRGB, 3 bytes each. */
  proofPixels(cmyk: Uint8Array): Uint8Array;
}

const converters = new LRUCache<string, InkConverter>({ max: 32 });

/**
 * The same converter for the same condition and inks.
 * @throws AnphamError `asset.not-a-press-profile` when littleCMS cannot use the condition's profile
 */
export async function createInkConverter(condition: OutputCondition, inks: InkTable): Promise<InkConverter> {
  const { icc, inkLimit } = condition;
  const key = contentHash([condition.id, digestOf(icc), inkLimit, [...inks].sort(byToken)]);
  let converter = converters.get(key);
  if (!converter) {
    const transforms = await openTransforms(condition);
    converter = new PressConverter(condition, inks, transforms);
    converters.set(key, converter);
  }
  return converter;
}

const byToken = ([a]: readonly [string, Ink], [b]: readonly [string, Ink]): number =>
  a < b ? -1 : a > b ? 1 : 0;

async function openTransforms({ icc, profile }: OutputCondition): Promise<PressTransforms> {
  try {
    return await pressTransforms(icc);
  } catch (thrown) {
    const found = reasonOf(thrown);
    return fail("asset.not-a-press-profile", { name: profile, found }, { file: profile }, { cause: thrown });
  }
}

class PressConverter implements InkConverter {
  readonly condition: OutputCondition;
  readonly #inks: InkTable;
  readonly #transforms: PressTransforms;
  readonly #blackOf: BlackScale;
  readonly #inksOfPixels: ConvertWords;
  readonly #looksOfPixels: ConvertWords;
  readonly #known = new LRUCache<string, Ink>({ max: 4096 });

  constructor(condition: OutputCondition, inks: InkTable, transforms: PressTransforms) {
    this.condition = condition;
    this.#inks = inks;
    this.#transforms = transforms;
    this.#blackOf = blackScale(transforms);
    const { inkLimit } = condition;
    this.#inksOfPixels = remembering((rgb) =>
      wordsOf(limitPixels(transforms.pixelInks(threeOfWords(rgb)), inkLimit)),
    );
    this.#looksOfPixels = remembering((cmyk) => wordsOfThree(transforms.pixelLooks(bytesOf(cmyk))));
  }

  inkOf(color: SceneColor): Ink {
    const key = `${toHex(color.rgb)} ${color.token ?? ""}`;
    let ink = this.#known.get(key);
    if (!ink) {
      const wanted = this.#registered(color.token) ?? this.#unregistered(color.rgb);
      ink = limited(wanted, this.condition.inkLimit);
      this.#known.set(key, ink);
    }
    return ink;
  }

  pixelsToCmyk(rgb: Uint8Array): Uint8Array {
    return bytesOf(this.#inksOfPixels(wordsOfThree(rgb)));
  }

  proof({ c, m, y, k }: Cmyk): Rgb {
    const [r = 0, g = 0, b = 0] = this.#transforms.lookOf([c, m, y, k]).map(toByte);
    return { r, g, b };
  }

  proofPixels(cmyk: Uint8Array): Uint8Array {
    return threeOfWords(this.#looksOfPixels(wordsOf(cmyk)));
  }

  #registered(token: string | null): Ink | null {
    if (token === null) return null;
    const own = this.#inks.get(token);
    if (own) return own;
    const [, base = "", percent = ""] = TINT.exec(token) ?? [];
    const full = this.#inks.get(base);
    return full ? tinted(full, Number(percent)) : null;
  }

  #unregistered(rgb: Rgb): Ink {
    if (isNeutral(rgb)) return process({ c: 0, m: 0, y: 0, k: this.#blackOf(rgb) });
    const [c = 0, m = 0, y = 0, k = 0] = this.#transforms
      .inksOf([rgb.r / 255, rgb.g / 255, rgb.b / 255])
      .map(toPercent);
    return process({ c, m, y, k });
  }
}

/** `primary@30` */
const TINT = /^(.+)@(\d+(?:\.\d+)?)$/;

const process = (cmyk: Cmyk): Ink => ({ kind: "process", cmyk });

/** Registration marks are exempt: they lie outside the piece and must be on every plate. */
function limited(ink: Ink, limit: number): Ink {
  switch (ink.kind) {
    case "process":
      return process(withinInkLimit(ink.cmyk, limit));
    case "spot":
      return { ...ink, alternate: withinInkLimit(ink.alternate, limit) };
    case "registration":
      return ink;
  }
}

const toByte = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 255);

/** Floats of littleCMS leave traces such as 0.0015 % where there is no ink; a hundredth is finer than any plate. */
const toPercent = (value: number): number => Math.round(Math.min(100, Math.max(0, value)) * 100) / 100;
