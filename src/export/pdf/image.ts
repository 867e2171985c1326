/** Pictures as image XObjects (ISO 32000-1 §8.9.5), each written once a file. */

import type { Mm } from "../../base/units.ts";
import type { ImageAsset } from "../../model/scene.ts";
import type { ColorMode } from "./color.ts";
import { rawStream } from "./file.ts";
import { type ObjectStore, type Ref, refTo } from "./object.ts";

/** A picture that a file needs. */
export interface ImageRequest {
  readonly asset: ImageAsset;
  /** What its colours are for. */
  readonly mode: ColorMode;
  /** The largest size at which it is placed. */
  readonly width: Mm;
  readonly height: Mm;
}

/** A picture that is both seen and read by a mask is two. */
export const imageKey = (assetId: string, mode: ColorMode): string =>
  mode === "color" ? assetId : `${assetId} ${mode}`;

/** Samples as they are stored, and the dictionary entries that say how to read them. */
export interface ImageStream {
  readonly entries: string;
  readonly data: Uint8Array;
}

/** A picture in the form in which it goes into the file. */
export interface PreparedImage {
  /** Equal ids mean equal pictures. */
  readonly id: string;
  readonly color: ImageStream;
  readonly alpha: ImageStream | null;
}

/** The entries that every image has (table 89). */
export const imageEntries = (width: number, height: number, space: string, bits: number): string =>
  `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${space}/BitsPerComponent ${bits}`;

/** The pictures of what is written together. */
export class ImageRegistry {
  readonly #objects: ObjectStore;
  readonly #prepared: ReadonlyMap<string, PreparedImage>;
  readonly #refs = new Map<string, Ref>();

  /** @param images what scenes may ask for, by {@link imageKey} */
  constructor(objects: ObjectStore, images: ReadonlyMap<string, PreparedImage>) {
    this.#objects = objects;
    this.#prepared = images;
  }

  useAsset(asset: ImageAsset, smooth: boolean, mode: ColorMode): Ref {
    const image = this.#prepared.get(imageKey(asset.id, mode));
    if (!image) throw new Error(`the image ${asset.id} was not prepared`);
    return this.use(image, smooth);
  }

  /** @param smooth whether viewers should interpolate when they enlarge it */
  use(image: PreparedImage, smooth: boolean): Ref {
    const key = `${image.id} ${smooth}`;
    let ref = this.#refs.get(key);
    if (ref === undefined) {
      ref = this.#write(image, `/Interpolate ${smooth}`);
      this.#refs.set(key, ref);
    }
    return ref;
  }

  #write({ color, alpha }: PreparedImage, entries: string): Ref {
    const mask = alpha && this.#objects.internStream(rawStream(alpha.entries + entries, alpha.data));
    const softMask = mask === null ? "" : `/SMask ${refTo(mask)}`;
    return this.#objects.internStream(rawStream(color.entries + softMask + entries, color.data));
  }
}
