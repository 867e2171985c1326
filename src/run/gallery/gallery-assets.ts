/** Style and script of the gallery's page. */

export const GALLERY_STYLE = `
:root { color-scheme: light; --ink: #16181d; --soft: #636975; --rule: #d5d9e0; --bad: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 "Be Vietnam Pro", system-ui, sans-serif; color: var(--ink); background: #eef0f3; }
header { position: sticky; top: 0; z-index: 1; padding: 12px 24px; background: #fff; border-bottom: 1px solid var(--rule); }
header h1 { margin: 0; font-size: 22px; display: inline-block; margin-right: 24px; }
header p { display: inline-block; margin: 0; }
small { font-weight: 400; font-size: 14px; color: var(--soft); }
form { display: flex; flex-wrap: wrap; gap: 6px 20px; margin-top: 8px; align-items: center; }
select { font: inherit; max-width: 220px; }
.good { color: #17663a; } .bad { color: var(--bad); }
main { padding: 8px 24px 64px; }
section > h2 { margin: 32px 0 0; font-size: 24px; border-top: 2px solid var(--ink); padding-top: 16px; }
section > p { margin: 0; color: var(--soft); }
article h3 { margin: 24px 0 8px; font-size: 17px; }
.cells { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
figure { margin: 0; max-width: 100%; width: min-content; }
.pages { display: flex; flex-wrap: wrap; gap: 6px; width: max-content; max-width: calc(100vw - 64px); }
.pages a { display: block; line-height: 0; }
img { max-width: 100%; height: auto; box-shadow: 0 1px 4px #0003; }
.true-size img { width: var(--true); max-width: none; }
.none { width: 240px; padding: 48px 12px; text-align: center; background: #fff; color: var(--bad); }
figcaption { margin-top: 6px; font-size: 13px; color: var(--soft); }
figure[data-bad] .pages { outline: 2px solid var(--bad); outline-offset: 2px; }
figure ul { margin: 6px 0 0; padding: 6px 10px 6px 26px; background: #fdeceb; color: var(--bad); font-size: 13px; line-height: 1.4; }
figure ul small { display: block; font-size: 12px; color: var(--bad); opacity: .8; }
[hidden] { display: none !important; }
`;

export const GALLERY_SCRIPT = `
const form = document.getElementById("filters");
const figures = [...document.querySelectorAll("figure")];
function apply() {
  const wanted = new FormData(form);
  const fields = ["template", "family", "use", "theme", "data", "institution"].filter((name) => wanted.get(name));
  let shown = 0;
  for (const figure of figures) {
    const fits = fields.every((name) => figure.dataset[name].split(" ").includes(wanted.get(name)));
    figure.hidden = !fits || (wanted.has("bad") && !figure.dataset.bad);
    if (!figure.hidden) shown++;
  }
  for (const part of document.querySelectorAll("article, section"))
    part.hidden = !part.querySelector("figure:not([hidden])");
  document.body.classList.toggle("true-size", wanted.has("true"));
  document.getElementById("shown").textContent = "đang hiện " + shown + " · shown";
  history.replaceState(null, "", "#" + new URLSearchParams(wanted));
}
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  const field = form.elements[name];
  if (field) field.type === "checkbox" ? (field.checked = true) : (field.value = value);
}
form.addEventListener("input", apply);
apply();
`;
