/**
 * Lengths and the only conversions between them.
 *
 * The product thinks in millimetres; PDF in points (1/72 in, ISO 32000-1 §8.3.2.3); screens in CSS
 * pixels (1/96 in, CSS Values 4 §6.2).
 */

/** A length in millimetres. */
export type Mm = number;
/** A length in PDF points, 1/72 inch. */
export type Pt = number;
/** A count of pixels. */
export type Px = number;
/** Pixels per inch. */
export type Ppi = number;

export const MM_PER_INCH = 25.4;
export const PT_PER_INCH = 72;
/** CSS reference pixels per inch. */
export const CSS_PPI = 96;

export const mmToPt = (mm: Mm): Pt => (mm * PT_PER_INCH) / MM_PER_INCH;
export const ptToMm = (pt: Pt): Mm => (pt * MM_PER_INCH) / PT_PER_INCH;
export const mmToPx = (mm: Mm, ppi: Ppi): Px => (mm * ppi) / MM_PER_INCH;
export const pxToMm = (px: Px, ppi: Ppi): Mm => (px * MM_PER_INCH) / ppi;

/** To a tenth of a millimetre, as lengths are told to people. */
export const tenths = (length: Mm): Mm => Math.round(length * 10) / 10;
