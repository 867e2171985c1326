/** What goes to the shop with a piece: a soft proof and a print ticket. */

import { basename } from "node:path";
import { fail } from "../base/diagnostic.ts";
import { sha256 } from "../base/hash.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Rendering } from "../render.ts";
import { type NamedArtifact, namePages } from "./output-files.ts";

/** Where to write them; `null` for none. */
export interface Companions {
  /** A PNG of the ink on paper. */
  readonly proof: string | null;
  /** A PDF with picture, size, material, finishing and hashes. */
  readonly ticket: string | null;
}

/** A proof is looked at on a screen: sharp enough for that, and quick. */
const PROOF_PPI = 150;
/** The longer side of the proof of a large piece, px. */
const PROOF_PIXELS = 4000;

/** @throws AnphamError `request.needs-press-profile` for a proof without a printing condition */
export async function renderCompanions(
  { job, sheets }: Rendering,
  files: readonly NamedArtifact[],
  { proof, ticket }: Companions,
): Promise<readonly NamedArtifact[]> {
  const made: NamedArtifact[] = [];
  if (proof) {
    if (!job.condition) fail("request.needs-press-profile", { type: "--proof" }, { path: "profile" });
    const [{ createInkConverter }, { softProof }] = await Promise.all([
      import("../export/ink/ink-converter.ts"),
      import("../export/proof/soft-proof.ts"),
    ]);
    const converter = await createInkConverter(job.condition, job.inks);
    const proofs: Artifact[] = [];
    for (const [index, sheet] of sheets.entries()) {
      const longest = Math.max(sheet.size.width, sheet.size.height) / 25.4;
      const ppi = Math.min(PROOF_PPI, PROOF_PIXELS / longest);
      const { value } = await softProof(sheet, { ppi, converter, title: job.title });
      proofs.push({ mediaType: "image/png", bytes: value, sha256: sha256(value), page: index + 1 });
    }
    made.push(...namePages(proof, proofs));
  }
  if (ticket) {
    const { printTicket } = await import("../ticket/print-ticket.ts");
    const { bytes, mediaType } = await printTicket({
      job,
      sheets,
      files: files.map(({ path, artifact }) => ({
        name: basename(path),
        bytes: artifact.bytes.byteLength,
        sha256: artifact.sha256,
        mediaType: artifact.mediaType,
      })),
      quantity: null,
    });
    made.push({ path: ticket, artifact: { mediaType, bytes, sha256: sha256(bytes), page: null } });
  }
  return made;
}
