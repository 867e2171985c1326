/** One of the catalogue's things by its name, or none of them. */

interface NamedSelectProps {
  /** Of the field, also its id. */
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | null;
  /** What choosing nothing is called. */
  readonly none: string;
  readonly onPick: (id: string | null) => void;
}

export const NamedSelect = ({ name, options, value, none, onPick }: NamedSelectProps) => (
  <select
    class="input"
    id={name}
    name={name}
    value={value ?? ""}
    onChange={(event) => onPick(event.currentTarget.value || null)}
  >
    <option value="">{none}</option>
    {options.map(({ id, name: shown }) => (
      <option value={id} key={id} selected={id === value}>
        {shown}
      </option>
    ))}
  </select>
);
