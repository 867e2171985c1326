import {
  ALL_THEMES,
  BORDER_CORNER,
  Border,
  defineTemplate,
  FormalLines,
  Frame,
  formalHeight,
  Ground,
  inset,
  Logo,
  type Node,
  Page,
  type PageContext,
  Rosette,
  setLogo,
  setText,
  type TemplateDefinition,
  Text,
  textOn,
} from "anpham/kit";
import { display, formalSizes, HeaderColumn, setHeader } from "./formal.tsx";
import { Signature, setSignature } from "./signature.tsx";
import { isLetter, setWords } from "./words.ts";

/** From the trim to the border: a rebate hides up to 8 mm. Parts of the short side; as its depth. */
const EDGE = 0.048;
const DEPTH = 0.03;

/** The frame, the heading, what is certified in the middle, and the signature on the right. */
function layOut(page: PageContext): Node {
  const { trim } = page.geometry;
  const { fixed } = formalSizes(page);
  const edge = fixed(EDGE);
  const depth = fixed(DEPTH);
  const area = inset(trim, { top: edge, right: edge, bottom: edge, left: edge });
  const side = depth * BORDER_CORNER;
  const over = depth * 2;
  const box = inset(area, { top: over, right: side, bottom: over, left: side });

  const logo = setLogo(page, "logo", { height: fixed(0.1), maxWidth: fixed(0.13) })!;
  const letter = isLetter(page);
  const column = letter ? box.width : (box.width - fixed(0.16)) / 2;
  const header = setHeader(page, { width: column, isLetter: letter });
  const headerY = letter ? box.y + logo.height + fixed(0.015) : box.y;
  const headerEnd = headerY + Math.max(header.height, letter ? 0 : logo.height);

  const signature = setSignature(page, box.width * 0.45);
  const signatureY = box.y + box.height - signature.height;
  const words = setWords(page, box.width, signatureY - headerEnd - fixed(0.03));
  const spare = signatureY - headerEnd - formalHeight(words);
  const number = page.brief.award?.number
    ? setText(page, page.brief.award.number, {
        ...display(400, box.width * 0.45),
        size: fixed(0.018),
        align: "left",
      })
    : null;
  const marks = (["campaign-mark", "authority-mark"] as const).flatMap(
    (role) => setLogo(page, role, { height: fixed(0.065), maxWidth: fixed(0.12) }) ?? [],
  );
  const marksWidth = marks.reduce((sum, { width }) => sum + width + fixed(0.02), 0);
  const marksY = box.y + box.height - fixed(0.065) - (number ? number.height + fixed(0.02) : 0);
  const right = box.x + box.width - column;
  return (
    <Page>
      <Ground name="ground" color="paper" />
      <Rosette
        name="rosette"
        x={trim.width / 2}
        y={trim.height * 0.53}
        radius={fixed(0.27)}
        color={page.tint("primary", 13)}
      />
      <Border name="border" area={area} depth={depth} />
      <Frame name="logo" x={(trim.width - logo.width) / 2} y={box.y} width={logo.width} height={logo.height}>
        <Logo set={logo} ground="paper" />
      </Frame>
      <HeaderColumn
        name="institution"
        texts={header.sender}
        x={box.x}
        y={headerY}
        width={column}
        rule={fixed(0.14)}
      />
      <HeaderColumn
        name="nation"
        texts={header.nation}
        x={right}
        y={headerY}
        width={column}
        rule={header.nation.at(-1)?.width ?? 0}
      />
      <FormalLines lines={words} x={box.x} y={headerEnd + spare * 0.5} width={box.width} ground="paper" />
      <Signature set={signature} x={box.x + box.width - signature.width} y={signatureY} />
      {marks.length > 0 && (
        <Frame name="marks" x={box.x} y={marksY} width={marksWidth} height={fixed(0.065)}>
          <div style={{ display: "flex", alignItems: "center", gap: fixed(0.02) }}>
            {marks.map((mark) => (
              <Logo set={mark} ground="paper" />
            ))}
          </div>
        </Frame>
      )}
      {number && (
        <Frame
          name="number"
          x={box.x}
          y={box.y + box.height - number.height}
          width={number.width + 1}
          height={number.height}
        >
          <Text set={number} color={textOn(page, "paper", "ink")} />
        </Frame>
      )}
    </Page>
  );
}

export default defineTemplate({
  id: "certificate",
  name: { vi: "Giấy chứng nhận, giấy khen", en: "Certificate" },
  description: {
    vi: "Giấy chứng nhận, tuyên dương, giấy khen: tên người nhận lớn, chỗ ký và đóng dấu; không có tên thì để dòng chấm.",
    en: "Certificates and commendations: the name large, room to sign and seal; a dotted line where there is no name.",
  },
  formats: ["certificate-a4"],
  themes: ALL_THEMES,
  display: "formal",
  pages: layOut,
} satisfies TemplateDefinition);
