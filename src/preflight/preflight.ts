/** Looks for everything that a print shop, a platform or a reader would complain about. */

import type { Diagnostic } from "../base/diagnostic.ts";
import { foundOnce, foundOnceForList } from "../base/found-once.ts";
import type { Brief } from "../model/brief.ts";
import type { Format } from "../model/format.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { Scene } from "../model/scene.ts";
import type { SampleImage } from "./color-at.ts";
import { openPage } from "./open-page.ts";
import type { PreflightPage, Rule } from "./page.ts";
import type { Asked, PieceRule, PreflightPiece } from "./piece.ts";
import { hiddenText } from "./rules/hidden-text.ts";
import { leftOut } from "./rules/left-out.ts";
import { legalAdvertiser } from "./rules/legal-advertiser.ts";
import { legalForeignText } from "./rules/legal-foreign-text.ts";
import { legalLogoArea } from "./rules/legal-logo-area.ts";
import { legalPrintedMatter } from "./rules/legal-printed-matter.ts";
import { legalSignboardContent, legalSignboardSize } from "./rules/legal-signboard.ts";
import { lowContrast } from "./rules/low-contrast.ts";
import { lowResolution } from "./rules/low-resolution.ts";
import { messageSmall } from "./rules/message-small.ts";
import { overflow } from "./rules/overflow.ts";
import { overlappingText } from "./rules/overlapping-text.ts";
import { qr } from "./rules/qr.ts";
import { safeArea } from "./rules/safe-area.ts";
import { smallText } from "./rules/small-text.ts";

export type { SampleImage } from "./color-at.ts";

const RULES: readonly Rule[] = [
  overflow,
  safeArea,
  smallText,
  lowContrast,
  hiddenText,
  overlappingText,
  lowResolution,
  messageSmall,
  qr,
];

const judge = foundOnce((page: PreflightPage) => RULES.flatMap((rule) => rule(page)));

/** What is left out, and legal lines of Vietnam: these are never errors, since only the authority decides. */
const PIECE_RULES: readonly PieceRule[] = [
  leftOut,
  legalSignboardContent,
  legalSignboardSize,
  legalAdvertiser,
  legalPrintedMatter,
  legalLogoArea,
  legalForeignText,
];

/** Of a piece with the same pages that is asked for the same, the latest, nothing need be judged again. */
const latestPiece = foundOnceForList((_: readonly PreflightPage[]): { judged: Judged | null } => ({
  judged: null,
}));

interface Judged extends Asked {
  readonly findings: readonly Diagnostic[];
}

function judgePiece(piece: PreflightPiece): readonly Diagnostic[] {
  const { institution, contact, person } = piece.brief;
  const latest = latestPiece(piece.pages);
  const { judged } = latest;
  if (judged?.institution === institution && judged.contact === contact && judged.person === person)
    return judged.findings;
  const findings = PIECE_RULES.flatMap((rule) => rule(piece));
  latest.judged = { institution, contact, person, findings };
  return findings;
}

/**
 * Pure: the same scenes give the same findings, page by page and rule by rule, then those on the whole piece.
 * @param brief what the piece is meant to say; `null` where nobody knows, then the piece as a whole is not judged
 * @param sampleImage tells colours inside pictures; without it, text over a picture is not measured
 */
export function preflight(
  scenes: readonly Scene[],
  format: Format,
  profile: OutputProfile,
  brief: Brief | null = null,
  sampleImage: SampleImage = () => null,
): readonly Diagnostic[] {
  const pages = scenes.map((scene, i) => openPage({ number: i + 1, scene, format, profile, sampleImage }));
  return [...pages.flatMap(judge), ...(brief ? judgePiece({ pages, format, profile, brief }) : [])];
}
