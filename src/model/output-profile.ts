/** An output profile: what kind of file leaves, for whom. Data in `brand/profiles/<id>.json`. */

import * as z from "zod";
import { id, localized } from "./ids.ts";

const length = z.number().nonnegative();

/** Marks around the trim, in the slug. */
export const marks = z.strictObject({
  crop: z.boolean(),
  bleed: z.boolean(),
  registration: z.boolean(),
  colorBar: z.boolean(),
  fold: z.boolean(),
  /** A line with job, institution, size, profile, date and hash. */
  slug: z.boolean(),
});
export type Marks = z.infer<typeof marks>;

export const ALL_MARKS: Marks = {
  crop: true,
  bleed: true,
  registration: true,
  colorBar: true,
  fold: true,
  slug: true,
};

export const NO_MARKS: Marks = {
  crop: false,
  bleed: false,
  registration: false,
  colorBar: false,
  fold: false,
  slug: false,
};

/** What happens to the piece after printing. Lengths in mm at final size. */
export const finishing = z.strictObject({
  /** Eyelets (khuy) along the edges, at most `spacing` apart, centred `inset` from the trim. */
  eyelets: z
    .strictObject({ spacing: z.number().positive(), inset: length, diameter: z.number().positive() })
    .nullable(),
  /** Material folded back and welded or sewn, on each side; added outside the trim. */
  hem: length,
  /** Pockets for poles at top and bottom; added outside the trim. */
  polePocket: z.strictObject({ top: length, bottom: length }).nullable(),
  /** A cut line of the spot colour CutContour, `offset` mm outside the trim (negative: inside). */
  cutContour: z.strictObject({ offset: z.number() }).nullable(),
  /** A plate of white ink under everything printed, for clear or dark material. */
  whiteInk: z.boolean(),
});
export type Finishing = z.infer<typeof finishing>;

/** The paper that goes through the press, mm. */
export const pressSheet = z.strictObject({
  width: z.number().positive(),
  height: z.number().positive(),
  /** Between the trims of neighbours. Twice the bleed gives each its whole bleed. */
  gutter: length,
  /** Along each edge, where the press cannot print or grips the paper. */
  margin: length,
});
export type PressSheet = z.infer<typeof pressSheet>;

export const outputProfile = z.strictObject({
  id,
  name: localized,
  /** When to choose it, in words for people. */
  use: localized,
  colorSpace: z.enum(["rgb", "cmyk"]),
  /** The output condition of a CMYK profile; `null` for RGB. */
  condition: id.nullable(),
  /** PDF standard claimed by the file. */
  standard: z.enum(["pdf-1.6", "pdf/x-4"]),
  /** Ink past the trim: the format's own, none, or mm. */
  bleed: z.union([z.enum(["format", "none"]), length]),
  marks,
  /** Distance from the bleed's edge (or the trim's when there is no bleed) to the marks, mm. */
  markOffset: length,
  /** Live text, or outlines for shops that cannot keep fonts. */
  text: z.enum(["live", "outlines"]),
  /**
   * Resolution of pictures; what is over one and a half times as fine is downsampled to it, in files for screens to 300
   * at the least. `null`: the format's own.
   */
  ppi: z.number().positive().nullable(),
  /** Size of the file relative to the finished piece: 1, or 0.1 for large format by hand. */
  scale: z.number().positive().max(1),
  /** Pieces as a mirror shows them, for what is looked at through its carrier: film inside of glass, transfers. */
  mirror: z.boolean().default(false),
  /** Sheet onto which pieces are repeated, mm; `null`: one page a sheet, as large as it needs. */
  sheet: pressSheet.nullable(),
  /** Pages as saddle-stitched spreads; `null`: as pages. */
  booklet: z
    .strictObject({
      /** Of one leaf, mm: 80 g/m² offset about 0.1, 150 g/m² coated about 0.12. Decides the creep. */
      paperThickness: length,
    })
    .nullable(),
  finishing,
});
export type OutputProfile = z.infer<typeof outputProfile>;

export const NO_FINISHING: Finishing = {
  eyelets: null,
  hem: 0,
  polePocket: null,
  cutContour: null,
  whiteInk: false,
};

/** To view on screens: RGB at trim size. The profile of `renderElement`, and of requests that name none. */
export const WEB_PROFILE: OutputProfile = {
  id: "web",
  name: { vi: "Xem trên màn hình", en: "To view on screens" },
  use: {
    vi: "Gửi qua mạng, xem trên điện thoại và máy tính, in tạm ở văn phòng",
    en: "To send, to view on phones and computers, to print at the office",
  },
  colorSpace: "rgb",
  condition: null,
  standard: "pdf-1.6",
  bleed: "none",
  marks: NO_MARKS,
  markOffset: 0,
  text: "live",
  ppi: null,
  scale: 1,
  mirror: false,
  sheet: null,
  booklet: null,
  finishing: NO_FINISHING,
};
