/** The job's pictures as layout uses them, by their `asset:` source. */

import type { Diagnostic, Outcome } from "../base/diagnostic.ts";
import type { Size } from "../base/geometry.ts";
import { keptWith } from "../base/kept-with.ts";
import type { Asset } from "../model/job.ts";
import { type LiftedPicture, liftPictures } from "./lift-pictures.ts";
import { standIn } from "./stand-in.ts";

export interface AssetPicture {
  /** What stands for it while satori and usvg work. */
  readonly address: string;
  readonly picture: LiftedPicture;
  /** Its size, in whole pixels. */
  readonly pixels: Size;
}

export type AssetPictures = ReadonlyMap<string, AssetPicture>;

/** Far from the numbers that pictures inside a frame get. */
const FIRST_NUMBER = 1 << 20;

export async function assetPictures(assets: readonly Asset[]): Promise<Outcome<AssetPictures>> {
  const pictures = new Map<string, AssetPicture>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, asset] of assets.entries()) {
    const found = await toPicture(asset, FIRST_NUMBER + index);
    diagnostics.push(...found.diagnostics);
    if (found.value) pictures.set(`asset:${asset.id}`, found.value);
  }
  return { value: pictures, diagnostics };
}

interface KnownPicture {
  readonly number: number;
  readonly picture: Outcome<AssetPicture | null>;
}

const known = keptWith<Asset, KnownPicture>();

/** @param number that its stand-in carries: nearly always the same for the same asset */
async function toPicture(asset: Asset, number: number): Promise<Outcome<AssetPicture | null>> {
  const before = known.get(asset);
  if (before?.number === number) return before.picture;
  const { value: picture, diagnostics } = await read(asset);
  const pixels = {
    width: Math.max(1, Math.round(asset.pixelWidth)),
    height: Math.max(1, Math.round(asset.pixelHeight)),
  };
  const address = standIn(pixels.width, pixels.height, number);
  const found = { value: picture && { address, picture, pixels }, diagnostics };
  known.set(asset, { number, picture: found });
  return found;
}

async function read(asset: Asset): Promise<Outcome<LiftedPicture | null>> {
  const { id, mediaType, pixelWidth, pixelHeight, data } = asset;
  if (mediaType !== "image/svg+xml") {
    return {
      value: { kind: "raster", asset: { id, mediaType, pixelWidth, pixelHeight, data } },
      diagnostics: [],
    };
  }
  const address = `data:image/svg+xml;base64,${Buffer.from(data).toString("base64")}`;
  const lifted = await liftPictures(`<svg><image href="${address}"/></svg>`, new Map(), asset.name);
  return { value: lifted.pictures.values().next().value ?? null, diagnostics: lifted.diagnostics };
}
