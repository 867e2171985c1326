import { hex16, utf16Hex } from "./string.ts";

/** A `beginbfchar` block holds at most 100 mappings (Adobe Technical Note 5014, §4.2). */
const BLOCK = 100;

/** A ToUnicode CMap (ISO 32000-1 §9.10.3): the text that each two-byte code stands for. */
export function toUnicodeCMap(texts: Iterable<readonly [code: number, text: string]>): string {
  const mappings = Array.from(texts, ([code, text]) => `<${hex16(code)}><${utf16Hex(text)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < mappings.length; i += BLOCK) {
    const block = mappings.slice(i, i + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
