/** Theme and colours. */

import { useMemo } from "preact/hooks";
import { draftToQuery, themeKey } from "../../model/draft-link.ts";
import { Group } from "../ui/group.tsx";
import { Icon } from "../ui/icon.tsx";
import { useStore } from "./editor.tsx";

export function Look() {
  const store = useStore();
  const { draft, catalogue, piece, template, format, isForPiece } = store;
  const now = draft.value;
  const theme = piece.value.theme ?? now.theme;
  const institution = catalogue.institutions.find(({ id }) => id === now.institution);
  const own = institution?.colors ?? { primary: "#0b2a6b", accent: "#ff8a1f" };
  const colors = now.colors ?? own;
  const setTheme = (id: string) => {
    if (!isForPiece.value)
      store.change({ ...now, theme: id, pieces: now.pieces.map((each) => ({ ...each, theme: null })) });
    else
      store.change({
        ...now,
        pieces: now.pieces.map((each) => (each === piece.value ? { ...each, theme: id } : each)),
      });
  };
  // Marks of radio buttons are lost while their names change: with script, names only keep them together.
  const name = useMemo(() => themeKey(now), []);
  const scale = Math.min(96 / format.value.width, 96 / format.value.height);
  return (
    <Group name="Giao diện" icon="palette" isOpen count={0}>
      <fieldset class="themes">
        <legend class="unseen">Phong cách</legend>
        {catalogue.themes
          .filter(({ id }) => template.value.themes.includes(id))
          .map(({ id, name: words, idea }) => (
            <label class="theme" key={id} title={idea}>
              <input
                type="radio"
                name={name}
                value={id}
                checked={theme === id}
                onChange={() => setTheme(id)}
              />
              <img
                src={`/form/picture?${draftToQuery({ ...now, data: {}, pieces: [{ ...piece.value, data: {}, theme: null }], active: 0, theme: id })}&width=192`}
                width={Math.round(format.value.width * scale)}
                height={Math.round(format.value.height * scale)}
                alt=""
                loading="lazy"
              />
              <span>{words}</span>
            </label>
          ))}
      </fieldset>
      <div class="colors live-only">
        <ColorField
          name="Màu chính"
          value={colors.primary}
          onChange={(primary) => store.change({ ...now, colors: { ...colors, primary } }, "color")}
        />
        <ColorField
          name="Màu nhấn"
          value={colors.accent}
          onChange={(accent) => store.change({ ...now, colors: { ...colors, accent } }, "color")}
        />
        {now.colors && (
          <button class="linklike" type="button" onClick={() => store.change({ ...now, colors: null })}>
            <Icon name="rotate-ccw" />
            Màu của trường
          </button>
        )}
      </div>
    </Group>
  );
}

interface ColorProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const ColorField = ({ name, value, onChange }: ColorProps) => (
  <label class="color">
    <input type="color" value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    <span>
      {name}
      <small>{value}</small>
    </span>
  </label>
);
