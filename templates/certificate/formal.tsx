import {
  capitals,
  Frame,
  type Node,
  type PageContext,
  setPhrase,
  setText,
  Text,
  type TextSetting,
  textOn,
} from "anpham/kit";

/** Everything on a formal paper stands in the formal face; `share` shrinks it where a text is long. */
export const formalSizes = (page: PageContext, share = 1) => {
  const { trim } = page.geometry;
  const short = Math.min(trim.width, trim.height);
  return { of: (part: number) => short * part * share, fixed: (part: number) => short * part };
};

export const display = (weight: number, width: number, leading = 1.3) =>
  ({ family: "display", weight, width, leading, align: "center" }) as const;

export interface Header {
  /** Lines of the left column: who stands above the institution, and the institution. */
  readonly sender: readonly TextSetting[];
  /** The country's name and motto, or none on a letter. */
  readonly nation: readonly TextSetting[];
  readonly height: number;
}

const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO = "Độc lập – Tự do – Hạnh phúc";

/** From the words to the rule under them, and what it takes, mm. */
const RULE = 2;

/**
 * The customary heading (Decree 30/2020/NĐ-CP, appendix I, part II, 1 and 2): on the left who issues the paper, on the
 * right the country and its motto. A letter of thanks is a private paper and bears no heading.
 */
export function setHeader(
  page: PageContext,
  { width, isLetter }: { readonly width: number; readonly isLetter: boolean },
): Header {
  const { institution } = page.brief;
  const { fixed } = formalSizes(page);
  const size = fixed(0.018);
  const capital = (text: { readonly text: string; readonly short: string | null }) => ({
    text: capitals(text.text),
    short: text.short === null ? null : capitals(text.short),
  });
  const sender = [
    ...(institution.governingBody
      ? [setPhrase(page, capital(institution.governingBody), { ...display(400, width), size, maxLines: 2 })]
      : []),
    setPhrase(page, capital(institution.name), { ...display(700, width), size, maxLines: 3 }),
  ];
  const nation = isLetter
    ? []
    : [
        setText(page, NATION, { ...display(700, width), size }),
        setText(page, MOTTO, { ...display(700, width), size: size * 1.1 }),
      ];
  const heightOf = (texts: readonly TextSetting[]) =>
    texts.reduce((sum, { height }) => sum + height, 0) + RULE;
  return { sender, nation, height: Math.max(heightOf(sender), heightOf(nation)) };
}

export interface ColumnProps {
  readonly name: string;
  readonly texts: readonly TextSetting[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Length of the rule under the words. */
  readonly rule: number;
}

/** A column of the heading: centred words over a rule. */
export const HeaderColumn = ({ name, texts, x, y, width, rule }: ColumnProps, page: PageContext): Node => {
  const height = texts.reduce((sum, set) => sum + set.height, 0);
  if (texts.length === 0) return null;
  return (
    <>
      <Frame name={name} x={x} y={y} width={width} height={height}>
        <div style={{ display: "flex", flexDirection: "column", alignItems: "center", width, height }}>
          {texts.map((set) => (
            <Text set={set} color={textOn(page, "paper", "ink")} align="center" />
          ))}
        </div>
      </Frame>
      <Frame
        name={`${name}-rule`}
        role="art"
        x={x + (width - rule) / 2}
        y={y + height + RULE / 2}
        width={rule}
        height={0.3}
      >
        <div style={{ width: rule, height: 0.3, backgroundColor: page.color("ink") }} />
      </Frame>
    </>
  );
};
