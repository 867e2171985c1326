import { type ByteParts, joined } from "../base/byte-parts.ts";

/** The bytes of one finished file. */
export interface Artifact {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
  /** 1-based page that this file shows; `null` when the file holds every page. */
  readonly page: number | null;
}

/** The same for whoever writes the file or hands it on. */
export interface ArtifactInParts extends Omit<Artifact, "bytes"> {
  readonly parts: ByteParts;
}

export const whole = ({ parts, ...about }: ArtifactInParts): Artifact => ({ ...about, bytes: joined(parts) });
