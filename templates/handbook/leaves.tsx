import {
  bleeding,
  Frame,
  Ground,
  Motif,
  type Node,
  Page,
  type PageContext,
  rect,
  setText,
  Text,
  textOn,
  WritingLines,
} from "anpham/kit";
import { ItemFrame } from "./item-frame.tsx";
import { folioBox, measures, outerSide, textBox } from "./measures.ts";
import { Opener } from "./opener.tsx";
import type { SectionPage } from "./plan.ts";

/** Room at the end of a section that asks to be filled, in lines. */
const EMPTY = 9;
/** The highest plate, in lines. */
const PLATE = 15;

/** A page of contents or of a chapter. */
export function sectionLeaf(page: PageContext, section: SectionPage, number: number): Node {
  const { line, end } = measures(page);
  const { opener, items, top } = section;
  const box = textBox(page, number);
  const last = items.at(-1);
  const used = top + (last ? last.y + last.block.height : 0);
  const rest = rect(box.x, used + 2 * line, box.width, end - used - 2 * line);
  return (
    <Page>
      <Ground name="paper" color="paper" />
      {opener && <Opener set={opener} number={number} />}
      {items.map(({ block, y }, index) => (
        <ItemFrame name={`item-${index + 1}`} item={block} x={box.x} y={top + y} />
      ))}
      {section.isLast && rest.height > EMPTY * line && <Rest area={rest} isWorksheet={section.isWorksheet} />}
      <Folio number={number} title={opener ? null : section.title} />
    </Page>
  );
}

/** What fills a page's end: lines for notes where the reader writes anyway, else a plate with the theme's motif. */
const Rest = (
  { area, isWorksheet }: { readonly area: ReturnType<typeof rect>; readonly isWorksheet: boolean },
  page: PageContext,
): Node => {
  const { line } = measures(page);
  if (isWorksheet) return <Notes title="Ghi chú của em" area={area} />;
  const height = Math.min(area.height, PLATE * line);
  const across = rect(0, area.y + area.height - height, page.geometry.trim.width, height);
  return (
    <>
      <Ground name="plate" color="tint" area={across} />
      <Motif name="plate-motif" area={bleeding(across, page)} ground="tint" align="left" />
    </>
  );
};

/** A small heading over lines to write on. */
export const Notes = (
  {
    title,
    area,
    name = "notes",
  }: { readonly title: string; readonly area: ReturnType<typeof rect>; readonly name?: string },
  page: PageContext,
): Node => {
  const grid = measures(page);
  const { line } = grid;
  const set = grid.set(title, { size: grid.size * 1.12, weight: 700 });
  const pitch = 2 * line;
  const count = Math.floor((area.height - line) / pitch);
  return (
    <>
      <Frame name={`${name}-title`} x={area.x} y={area.y} width={area.width} height={set.height + 0.5}>
        <Text set={set} color={textOn(page, "paper", "primary")} />
      </Frame>
      {count > 0 && (
        <Frame
          name={name}
          role="art"
          x={area.x}
          y={area.y + line}
          width={area.width}
          height={count * pitch + 1}
        >
          <WritingLines width={area.width} pitch={pitch} count={count} color={page.color("muted")} />
        </Frame>
      )}
    </>
  );
};

/** The page number at the outer edge; on pages that follow an opener with what they belong to. */
export const Folio = (
  { number, title }: { readonly number: number; readonly title: string | null },
  page: PageContext,
): Node => {
  const grid = measures(page);
  const box = folioBox(page, number);
  const side = outerSide(number);
  const folio = grid.set(String(number), { size: grid.size * 1.06, weight: 700 });
  const room = box.width - folio.width - 2 * grid.line;
  const size = grid.step(-0.6);
  const head = title ? setText(page, title, { size, width: room, leading: 1.3 }) : null;
  const headX = side === "right" ? box.x : box.x + box.width - room;
  const folioX = side === "right" ? box.x + box.width - folio.width : box.x;
  return (
    <>
      <Frame name="folio" x={folioX} y={box.y} width={folio.width} height={folio.height}>
        <Text set={folio} color={textOn(page, "paper", "primary-3", "primary")} />
      </Frame>
      {head && head.lines.length === 1 && (
        <Frame name="running-title" x={headX} y={box.y} width={room} height={box.height}>
          <div
            style={{
              display: "flex",
              width: room,
              height: box.height,
              alignItems: "center",
              justifyContent: side === "right" ? "flex-start" : "flex-end",
            }}
          >
            <Text set={head} color={textOn(page, "paper", "muted")} />
          </div>
        </Frame>
      )}
    </>
  );
};
