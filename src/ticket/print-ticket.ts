/** The print ticket (phiếu đặt in): one A4 page that goes to the shop with the file. */

import type { Size } from "../base/geometry.ts";
import { MM_PER_INCH, type Ppi } from "../base/units.ts";
import { createInkConverter, type InkConverter } from "../export/ink/ink-converter.ts";
import { softProof } from "../export/proof/soft-proof.ts";
import { exportRaster } from "../export/raster/export-raster.ts";
import type { ResolvedJob } from "../model/job.ts";
import type { Sheet } from "../model/sheet.ts";
import { type ElementFont, type RenderedElement, renderElement } from "../render-element.ts";
import { holdInks, type TicketRequest, ticketFacts } from "./ticket-facts.ts";
import { TICKET_SIZE, type TicketPicture, ticketPage } from "./ticket-page.ts";

export type { TicketRequest } from "./ticket-facts.ts";

/** Sheets shown: front and back; a handbook shows its beginning. */
const MOST_PICTURES = 2;
/** The longer side of a picture: about 300 ppi where it stands. */
const PICTURE_PIXELS = 1000;

/**
 * A PDF with live text. Files in inks are shown in their inks. What only people know (quantity, dates, names)
 * is left as lines to write on. The same request gives the same bytes.
 * @throws AnphamError as `renderElement`; `asset.not-a-press-profile` when the condition's profile is broken
 */
export async function printTicket(request: TicketRequest): Promise<RenderedElement> {
  const { job, sheets } = request;
  const inked = job.condition !== null && holdInks(request.files);
  const converter = inked ? await createInkConverter(job.condition, job.inks) : null;
  const pictures: TicketPicture[] = [];
  for (const sheet of sheets.slice(0, MOST_PICTURES)) pictures.push(await pictureOf(sheet, converter));
  const page = ticketPage(ticketFacts(request, converter), pictures, job.kit.faces.text);
  return await renderElement(page, {
    ...TICKET_SIZE,
    fonts: fontsOf(job),
    as: "pdf",
    title: `Phiếu đặt in: ${job.title}`,
  });
}

async function pictureOf(sheet: Sheet, converter: InkConverter | null): Promise<TicketPicture> {
  const { width, height } = sheet.size;
  const ppi = ppiFor(sheet.size);
  const { value } = converter
    ? await softProof(sheet, { ppi, converter, title: "" })
    : await exportRaster(sheet, { as: "png", ppi, title: "" });
  const base64 = Buffer.from(value).toString("base64");
  return { url: `data:image/png;base64,${base64}`, aspect: width / height };
}

const ppiFor = ({ width, height }: Size): Ppi => (PICTURE_PIXELS * MM_PER_INCH) / Math.max(width, height);

/** The kit's text family, under its own name; every face when the kit names one that is not there. */
function fontsOf({ fonts, kit }: ResolvedJob): readonly ElementFont[] {
  const own = fonts.filter(({ family }) => family === kit.faces.text);
  return (own.length > 0 ? own : fonts).map(({ family, weight, style, data }) => ({
    name: family,
    weight,
    style,
    data,
  }));
}
