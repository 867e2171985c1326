/** Choosing: an institution, then one piece or several. */

import { useEffect, useState } from "preact/hooks";
import { USES } from "../../model/catalogue.ts";
import { type Draft, NO_EVENT, OWN_INSTITUTION, type PieceDraft, pieceKey } from "../../model/draft.ts";
import { draftToQuery } from "../../model/draft-link.ts";
import type { HomePage } from "../../model/page.ts";
import { forgetDraft, type KeptDraft, keptDrafts } from "../local/drafts.ts";
import { GoneNote } from "../ui/gone-note.tsx";
import { Brand, Icon } from "../ui/icon.tsx";
import { Steps } from "../ui/motif.tsx";
import { NamedSelect } from "../ui/named-select.tsx";
import { groupedByProvince } from "./institutions.ts";
import { EVERYTHING, favourites, isWanted, keyOf, type Offer, offersOf } from "./offers.ts";
import { SavedDrafts } from "./saved-draft.tsx";

export function Home({ page: { catalogue, draft: first, use, gone } }: { readonly page: HomePage }) {
  const known = offersOf(catalogue);
  const [draft, setDraft] = useState<Draft>({
    ...first,
    active: 0,
    pieces: first.pieces.filter((piece) => known.some((offer) => keyOf(offer) === pieceKey(piece))),
  });
  const [words, setWords] = useState("");
  const [isLive, setLive] = useState(false);
  const [saved, setSaved] = useState<readonly KeptDraft[]>([]);
  useEffect(() => {
    setLive(true);
    setSaved(keptDrafts());
  }, []);
  const chosen = draft.pieces.map(pieceKey);
  const offers = known.filter(({ template }) => template.themes.includes(draft.theme));
  const shown = offers.filter(isWanted(use, words));
  const ordered = use === null && words.trim() === "" ? favourites(offers) : shown;
  const hidden = [
    ...draftToQuery({ ...draft, pieces: [] }),
    // What was ticked and is not listed now belongs to the set too.
    ...chosen
      .filter((key) => !ordered.some((offer) => keyOf(offer) === key))
      .map((key): [string, string] => ["piece", key]),
  ];
  const change = (changes: Partial<Draft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    const address = draftToQuery(next);
    if (use) address.set("use", use);
    history.replaceState(null, "", `/?${address}`);
  };
  const toggle = ({ template, format }: Offer) => {
    const piece: PieceDraft = { template: template.id, format: format.id, theme: null, data: {} };
    const others = draft.pieces.filter((each) => pieceKey(each) !== pieceKey(piece));
    change({ pieces: others.length < draft.pieces.length ? others : [...others, piece] });
  };
  const filter = (id: string | null) => {
    const address = draftToQuery(draft);
    if (id) address.set("use", id);
    return `/?${address}#mau`;
  };
  return (
    <>
      <a class="skip" href="#mau">
        Tới các mẫu ấn phẩm
      </a>
      <header class="home-top">
        <Steps />
        <div class="home-bar">
          <a class="brand" href="/">
            <Brand light />
            anpham
          </a>
        </div>
        <div class="home-lead">
          <h1>
            Ấn phẩm của trường, <em>đẹp và đúng khổ in</em>, xong trong năm phút
          </h1>
          <p>Chọn trường, chọn mẫu, sửa vài dòng chữ. Máy lo màu, khổ, tràn lề, mã QR và tệp cho nhà in.</p>
        </div>
      </header>
      <main class="home">
        <GoneNote gone={gone} />
        <form class="start" action="/" method="get">
          {use !== null && <input type="hidden" name="use" value={use} />}
          <div>
            <label class="step" for="institution">
              Trường của bạn
            </label>
            <select
              class="input"
              id="institution"
              name="institution"
              value={draft.institution}
              onChange={(event) => change({ institution: event.currentTarget.value, colors: null })}
            >
              {groupedByProvince(catalogue.institutions).map(({ province, institutions }) => (
                <optgroup label={province} key={province}>
                  {institutions.map(({ id, name, sample }) => (
                    <option value={id} key={id} selected={id === draft.institution}>
                      {name}
                      {sample ? " (mẫu thử)" : ""}
                    </option>
                  ))}
                </optgroup>
              ))}
              <optgroup label="Chưa có trong danh sách">
                <option value={OWN_INSTITUTION} selected={draft.institution === OWN_INSTITUTION}>
                  Trường khác: tự điền thông tin
                </option>
              </optgroup>
            </select>
          </div>
          <div>
            <label class="step" for="theme">
              Phong cách
            </label>
            <select
              class="input"
              id="theme"
              name="theme"
              value={draft.theme}
              onChange={(event) => change({ theme: event.currentTarget.value })}
            >
              {catalogue.themes.map(({ id, name }) => (
                <option value={id} key={id} selected={id === draft.theme}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label class="step" for="event">
              Dịp
            </label>
            <NamedSelect
              name="event"
              options={catalogue.events}
              value={draft.event}
              none={NO_EVENT}
              onPick={(event) => change({ event })}
            />
          </div>
          <button class="button deep submit" type="submit">
            Xem mẫu cho trường này
          </button>
        </form>
        {saved.length > 0 && (
          <SavedDrafts
            kept={saved}
            catalogue={catalogue}
            onForget={(id) => {
              forgetDraft(id);
              setSaved(keptDrafts());
            }}
          />
        )}
        <div class="gallery-head" id="mau">
          <h2>Chọn ấn phẩm</h2>
          {isLive && (
            <label>
              <span class="unseen">Tìm ấn phẩm</span>
              <input
                class="input"
                type="search"
                placeholder="Tìm: standee, Facebook, A3…"
                value={words}
                onInput={(event) => setWords(event.currentTarget.value)}
              />
            </label>
          )}
          {/* Read out; the pieces themselves tell it to the eye. */}
          <p class="unseen" role="status">
            {words.trim() === "" ? "" : `${ordered.length} ấn phẩm khớp`}
          </p>
        </div>
        <nav class="filters" aria-label="Lọc theo mục đích">
          <a class="chip" href={filter(null)} aria-current={use === null ? "true" : undefined}>
            Hay dùng
          </a>
          {USES.map(({ id, name }) => (
            <a class="chip" key={id} href={filter(id)} aria-current={use === id ? "true" : undefined}>
              {name.vi}
            </a>
          ))}
          <a class="chip" href={filter(EVERYTHING)} aria-current={use === EVERYTHING ? "true" : undefined}>
            Tất cả {offers.length}
          </a>
        </nav>
        <form action="/an-pham" method="get">
          {hidden.map(([key, value]) => (
            <input type="hidden" name={key} value={value} key={`${key} ${value}`} />
          ))}
          {ordered.length === 0 ? (
            <p class="empty">Không có ấn phẩm nào khớp “{words}”. Thử từ khác, ví dụ “băng rôn”.</p>
          ) : (
            <ul class="gallery">
              {ordered.map((offer) => (
                <Card
                  key={keyOf(offer)}
                  offer={offer}
                  draft={draft}
                  isChosen={chosen.includes(keyOf(offer))}
                  onToggle={() => toggle(offer)}
                />
              ))}
            </ul>
          )}
          {(chosen.length > 0 || !isLive) && (
            <div class="set-bar">
              <p role="status">
                {isLive
                  ? `Đã chọn ${chosen.length} ấn phẩm, dùng chung một nội dung`
                  : "Đánh dấu nhiều ấn phẩm để làm cả bộ"}
              </p>
              <button class="button call" type="submit">
                <Icon name="layers" />
                Soạn cả bộ
              </button>
            </div>
          )}
        </form>
      </main>
    </>
  );
}

interface CardProps {
  readonly offer: Offer;
  readonly draft: Draft;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Card({ offer, draft, isChosen, onToggle }: CardProps) {
  const { format } = offer;
  const query = draftToQuery({
    ...draft,
    pieces: [{ template: offer.template.id, format: format.id, theme: null, data: {} }],
  });
  const scale = Math.min(400 / format.width, 440 / format.height);
  return (
    <li class="card">
      <div class="card-picture">
        <img
          class={format.shape === "circle" ? "circle" : undefined}
          src={`/form/picture?${query}&width=${Math.max(120, Math.round(format.width * scale))}`}
          width={Math.round(format.width * scale)}
          height={Math.round(format.height * scale)}
          alt=""
          loading="lazy"
          decoding="async"
        />
      </div>
      <div class="card-about">
        <a href={`/an-pham?${query}`}>{format.name}</a>
        <small>{format.size}</small>
        <label class="check">
          <input type="checkbox" name="piece" value={keyOf(offer)} checked={isChosen} onChange={onToggle} />
          <span>
            Thêm vào bộ<span class="unseen">: {format.name}</span>
          </span>
        </label>
      </div>
    </li>
  );
}
