/** A whole font file. */
export interface FontFace {
  /** SHA-256 of the data. */
  readonly id: string;
  readonly family: string;
  /** 100–900. */
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** The name in the file, without spaces: `BeVietnamPro-Bold`. */
  readonly postScriptName: string;
  /** SFNT bytes (TrueType or CFF outlines), never WOFF. */
  readonly data: Uint8Array;
}
