/** The bytes of one finished file. */
export interface Artifact {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
  /** 1-based page that this file shows; `null` when the file holds every page. */
  readonly page: number | null;
}
