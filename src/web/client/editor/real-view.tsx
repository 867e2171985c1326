/** The piece where it will be seen: beside a person, in the hand, in a phone. */

import type { FormatCard } from "../../model/catalogue.ts";
import { draftToQuery } from "../../model/draft-link.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useStore } from "./editor.tsx";

/** Height of a grown person, mm (mean of Vietnamese adults, rounded up). */
const PERSON = 1650;
/** A phone, mm. */
const PHONE = { width: 72, height: 156, screen: 66 } as const;

export function RealView({ onClose }: { readonly onClose: () => void }) {
  const { format, view, draft } = useStore();
  const shape = format.value;
  const picture = view.value.pictures[0];
  const shown = {
    href: picture ?? `/form/picture?${draftToQuery(draft.value)}&width=800`,
    bleed: picture ? view.value.bleed : 0,
  };
  const kind = sceneOf(shape);
  return (
    <Dialog title="Nhìn thật" onClose={onClose} isWide>
      {kind === "phone" && <InPhone format={shape} {...shown} />}
      {kind === "hand" && <InHand format={shape} {...shown} />}
      {kind === "street" && <OnSite format={shape} {...shown} />}
    </Dialog>
  );
}

function sceneOf({ medium, family, width, height }: FormatCard): "phone" | "hand" | "street" {
  if (medium === "screen" && family !== "screen") return "phone";
  if (family === "screen") return "street";
  return Math.max(width, height) <= 450 ? "hand" : "street";
}

interface Shown {
  readonly format: FormatCard;
  readonly href: string;
  readonly bleed: number;
}

const Piece = ({
  format,
  href,
  bleed,
  x,
  y,
  width,
}: Shown & { readonly x: number; readonly y: number; readonly width: number }) => {
  const scale = width / format.width;
  const height = format.height * scale;
  return (
    <svg x={x} y={y} width={width} height={height} viewBox={`0 0 ${format.width} ${format.height}`}>
      <title>{format.name}</title>
      {format.shape === "circle" && (
        <clipPath id="piece-circle">
          <circle cx={format.width / 2} cy={format.height / 2} r={format.width / 2 - format.wrap} />
        </clipPath>
      )}
      <image
        href={href}
        x={-bleed}
        y={-bleed}
        width={format.width + 2 * bleed}
        height={format.height + 2 * bleed}
        preserveAspectRatio="none"
        clip-path={format.shape === "circle" ? "url(#piece-circle)" : undefined}
      />
    </svg>
  );
};

/** Standing beside a person; large ones hang at their usual height. */
function OnSite(shown: Shown) {
  const { format } = shown;
  // A screen's size in the hall is not told by its pixels.
  const width = format.family === "screen" ? (format.width >= format.height ? 3000 : 1200) : format.width;
  const height = (width * format.height) / format.width;
  const stands = format.family === "standee";
  const lift = stands
    ? 0
    : format.family === "backdrop"
      ? 300
      : height > 3500
        ? 2500
        : height < 1000 && width > 2000
          ? 2400
          : Math.max(0, 1500 - height / 2);
  const tall = Math.max(PERSON + 300, height + lift + 250);
  const all = width + 900;
  const ground = tall;
  return (
    <figure class="real">
      <svg
        viewBox={`0 0 ${all + 500} ${ground + 160}`}
        role="img"
        aria-label={`${format.name} cao ${metres(height)} m, cạnh một người cao ${metres(PERSON)} m`}
      >
        <rect width={all + 500} height={ground + 160} fill="#eef3fa" />
        <rect y={ground} width={all + 500} height={160} fill="#d9e2ef" />
        {lift > 800 && (
          <>
            <rect
              x={760}
              y={ground - lift - height}
              width={Math.max(40, width / 60)}
              height={height + lift}
              fill="#a9b6cc"
            />
            <rect
              x={760 + width}
              y={ground - lift - height}
              width={Math.max(40, width / 60)}
              height={height + lift}
              fill="#a9b6cc"
            />
          </>
        )}
        <Person x={200} ground={ground} />
        <Piece {...shown} x={780} y={ground - lift - height} width={width} />
        {stands && <rect x={760} y={ground - 20} width={width + 40} height={34} rx={10} fill="#56607a" />}
      </svg>
      <figcaption>
        Người trong hình cao {metres(PERSON)} m. Ấn phẩm {metres(width)} × {metres(height)} m, thiết kế để đọc
        từ {String(format.viewingDistance).replace(".", ",")} m.
      </figcaption>
    </figure>
  );
}

const metres = (mm: number): string => String(Math.round(mm / 10) / 100).replace(".", ",");

const Person = ({ x, ground }: { readonly x: number; readonly ground: number }) => (
  <g transform={`translate(${x} ${ground - PERSON})`} fill="#34405c">
    <ellipse cx={230} cy={120} rx={92} ry={118} />
    <path d="M230 260c-120 0-170 60-185 190L15 830c-4 42 52 52 60 8l50-250 8 320-34 700c-2 52 84 54 90 4l41-560 41 560c6 50 92 48 90-4l-34-700 8-320 50 250c8 44 64 34 60-8l-30-380C400 320 350 260 230 260z" />
  </g>
);

/** At its size beside a phone, which everybody knows the size of. */
function InHand(shown: Shown) {
  const { format } = shown;
  const tall = Math.max(format.height, PHONE.height) + 40;
  const wide = format.width + PHONE.width + 100;
  return (
    <figure class="real">
      <svg
        viewBox={`0 0 ${wide} ${tall}`}
        role="img"
        aria-label={`${format.name} cạnh một chiếc điện thoại, đúng tỷ lệ`}
      >
        <rect width={wide} height={tall} fill="#eef3fa" />
        <rect
          x={32}
          y={(tall - format.height) / 2 + 3}
          width={format.width}
          height={format.height}
          fill="#0b2a6b"
          opacity={0.12}
        />
        <Piece {...shown} x={30} y={(tall - format.height) / 2} width={format.width} />
        <g transform={`translate(${format.width + 66} ${(tall - PHONE.height) / 2})`}>
          <rect width={PHONE.width} height={PHONE.height} rx={11} fill="#0f1a33" />
          <rect x={3} y={3} width={PHONE.width - 6} height={PHONE.height - 6} rx={9} fill="#2a3a5f" />
          <rect x={PHONE.width / 2 - 10} y={6} width={20} height={4} rx={2} fill="#0f1a33" />
        </g>
      </svg>
      <figcaption>Đúng tỷ lệ với một chiếc điện thoại. Cỡ thật: {format.size}.</figcaption>
    </figure>
  );
}

/** As the app shows it, with the picture of the page where it covers. */
function InPhone(shown: Shown) {
  const { format } = shown;
  const isFull = format.height / format.width > 1.6;
  const width = 360;
  const height = (width * format.height) / format.width;
  const tall = 760;
  return (
    <figure class="real">
      <svg
        viewBox={`0 0 520 ${isFull ? 840 : 620}`}
        role="img"
        aria-label={`${format.name} trên màn hình điện thoại`}
      >
        <rect width={520} height={840} fill="#eef3fa" />
        <rect x={66} y={26} width={388} height={788} rx={46} fill="#0f1a33" />
        <clipPath id="screen">
          <rect x={80} y={40} width={width} height={tall} rx={34} />
        </clipPath>
        <g clip-path="url(#screen)">
          <rect x={80} y={40} width={width} height={tall} fill="#fff" />
          {isFull ? (
            <Piece {...shown} x={80} y={40 + (tall - height) / 2} width={width} />
          ) : (
            <>
              <rect x={80} y={40} width={width} height={64} fill="#f2f4f8" />
              <rect x={104} y={64} width={150} height={14} rx={7} fill="#c3ccdb" />
              {format.family !== "social" || format.covered.length === 0 ? (
                <>
                  <circle cx={120} cy={142} r={20} fill="#c3ccdb" />
                  <rect x={152} y={126} width={140} height={12} rx={6} fill="#c3ccdb" />
                  <rect x={152} y={146} width={90} height={10} rx={5} fill="#dde3ec" />
                  {format.family === "avatar" ? (
                    <Piece {...shown} x={170} y={190} width={180} />
                  ) : (
                    <Piece {...shown} x={80} y={180} width={width} />
                  )}
                  <Lines y={200 + (format.family === "avatar" ? 180 : height)} />
                </>
              ) : (
                <>
                  <Piece {...shown} x={80} y={104} width={width} />
                  {format.covered.map(({ name, ...zone }) => {
                    const scale = width / format.width;
                    return (
                      <rect
                        key={name.vi}
                        x={80 + zone.x * scale}
                        y={104 + zone.y * scale}
                        width={zone.width * scale}
                        height={zone.height * scale}
                        fill="#fff"
                        opacity={0.82}
                        rx={8}
                      />
                    );
                  })}
                  <Lines y={130 + height} />
                </>
              )}
            </>
          )}
        </g>
      </svg>
      <figcaption>Cách ấn phẩm hiện ra trên điện thoại. Phần trắng mờ là chỗ ứng dụng che.</figcaption>
    </figure>
  );
}

const Lines = ({ y }: { readonly y: number }) => (
  <g fill="#dde3ec">
    <rect x={104} y={y} width={250} height={14} rx={7} />
    <rect x={104} y={y + 30} width={300} height={10} rx={5} />
    <rect x={104} y={y + 52} width={280} height={10} rx={5} />
    <rect x={104} y={y + 74} width={190} height={10} rx={5} />
  </g>
);
