import { Frame, type Node, type PageContext, type Rect, Text, textOn } from "anpham/kit";
import { measures } from "./measures.ts";

const CRITERIA = [
  "Tên nghề",
  "Em thích vì",
  "Học ở đâu",
  "Học bao lâu",
  "Chi phí",
  "Sức khỏe, năng lực",
  "Việc làm gần nhà",
  "Học tiếp lên",
];
const JOBS = ["Nghề 1", "Nghề 2", "Nghề 3"];
const FIRST_COLUMN = 0.27;

/** Three occupations beside each other, by what matters. */
export const Comparison = ({ area }: { readonly area: Rect }, page: PageContext): Node => {
  const grid = measures(page);
  const { line } = grid;
  const head = 1.6 * line;
  const row = (area.height - head) / CRITERIA.length;
  const first = area.width * FIRST_COLUMN;
  const column = (area.width - first) / JOBS.length;
  const n = (value: number) => Math.round(value * 1000) / 1000;
  const rules = CRITERIA.map((_, i) => `M0 ${n(head + i * row)}H${n(area.width)}`).join("");
  const columns = JOBS.map((_, i) => `M${n(first + i * column)} 0V${n(area.height)}`).join("");
  const label = (text: string, width: number) =>
    grid.set(text, { size: grid.size * 0.94, weight: 600, width });
  return (
    <>
      <Frame name="table" role="art" {...area}>
        <svg viewBox={`0 0 ${n(area.width)} ${n(area.height)}`} width={n(area.width)} height={n(area.height)}>
          <rect x={0} y={0} width={n(area.width)} height={n(head)} fill={page.color("tint")} />
          <path
            d={`${rules}${columns}M0 ${n(area.height - 0.1)}H${n(area.width)}`}
            fill="none"
            stroke={page.color("primary-4")}
            stroke-width={0.2}
          />
        </svg>
      </Frame>
      {JOBS.map((text, i) => {
        const set = label(text, column - line);
        return (
          <Frame
            name={`job-${i + 1}`}
            x={area.x + first + i * column + line / 2}
            y={area.y + (head - set.height) / 2}
            width={column - line}
            height={set.height}
          >
            <Text set={set} color={textOn(page, "tint", "primary")} />
          </Frame>
        );
      })}
      {CRITERIA.map((text, i) => {
        const set = label(text, first - line / 2);
        return (
          <Frame
            name={`criterion-${i + 1}`}
            x={area.x}
            y={area.y + head + i * row + line / 2}
            width={first - line / 2}
            height={set.height}
          >
            <Text set={set} color={textOn(page, "paper", "ink")} />
          </Frame>
        );
      })}
    </>
  );
};
