import type { RenderRequest } from "../../src/model/request.ts";
import type { Engine } from "../../src/render.ts";

export interface GuideBlock {
  readonly name: string;
  readonly code: string;
  readonly format: string;
  readonly themes: readonly string[];
  readonly height: number | null;
  readonly photo: string | null;
  readonly expect: string | null;
}
export function guideBlocks(): Promise<GuideBlock[]>;
export function guidePictures(): Promise<string[]>;
export function writeGuideTemplates(folder: string, blocks: readonly GuideBlock[]): Promise<void>;
export function guideRequest(block: GuideBlock, theme: string, folder: string): Promise<RenderRequest>;
export function drawGuidePicture(block: GuideBlock, engine: Engine, folder: string): Promise<Buffer>;
export function guideDeclarations(kind: "draws" | "ignored" | "told"): Promise<string[]>;
export function guideCommands(): Promise<string[]>;
