/** What the file says about itself: Info dictionary and XMP packet, in step (ISO 32000-1 §14.3, ISO 16684-1). */

import type { OutputProfile } from "../../model/output-profile.ts";
import { type Body, rawStream } from "./file.ts";
import { dateString, textString } from "./string.ts";

export type PdfStandard = OutputProfile["standard"];

export interface DocumentInfo {
  readonly title: string;
  readonly author: string | null;
  /** BCP 47. */
  readonly language: string;
  /** When the file was made, or `null` to say nothing: files made from the same content are then the same. */
  readonly date: Date | null;
  /** The standard that the file says it keeps. */
  readonly standard: PdfStandard;
}

const PRODUCER = "anpham";

/** The marker of PDF/X-4 and the name under which it is known. */
export const X4_VERSION = "PDF/X-4";

export function infoDictionary({ title, author, date, standard }: DocumentInfo): string {
  const dates = date ? `/CreationDate${dateString(date)}/ModDate${dateString(date)}` : "";
  const marked =
    standard === "pdf/x-4"
      ? `/Creator${textString(PRODUCER)}/Trapped/False/GTS_PDFXVersion${textString(X4_VERSION)}`
      : "";
  return (
    `<</Title${textString(title)}${author === null ? "" : `/Author${textString(author)}`}` +
    `/Producer${textString(PRODUCER)}${dates}${marked}>>`
  );
}

/**
 * The packet is left uncompressed, so that tools that do not know PDF can read it (§14.3.2).
 * @param id 32 hex digits that stand for the content
 */
export function xmpStream({ title, author, language, date, standard }: DocumentInfo, id: string): Body {
  const time = date?.toISOString().replace(/\.\d+Z$/, "Z");
  const dates = time
    ? `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`
    : "";
  const creator =
    author === null
      ? ""
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`;
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>${creator}
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${PRODUCER}</pdf:Producer>${dates}
</rdf:Description>${standard === "pdf/x-4" ? exchangeDescription(time, id) : ""}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
  return rawStream("/Type/Metadata/Subtype/XML", Buffer.from(packet, "utf8"));
}

/** What PDF/X-4 wants beyond the usual (ISO 15930-7, identification and metadata). */
function exchangeDescription(time: string | undefined, id: string): string {
  const uuid = `uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
  return `
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>${X4_VERSION}</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>${time ? `\n<xmp:MetadataDate>${time}</xmp:MetadataDate>` : ""}
<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>
<xmpMM:InstanceID>${uuid}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>`;
}

/** Characters that XML 1.0 cannot hold are dropped, the markup ones escaped. */
const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
