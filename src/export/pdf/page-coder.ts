/**
 * Sheets as pages that a file takes: content streams and the objects they name. A fragment that was coded once is kept
 * with all that it needs, so a piece costs what is new in it. Equal sheets give equal pages in every thread.
 */

import type { Diagnostic, Outcome } from "../../base/diagnostic.ts";
import { foundOnce, isSameList } from "../../base/found-once.ts";
import { compose, type Matrix } from "../../base/geometry.ts";
import { keptWith } from "../../base/kept-with.ts";
import { Latest } from "../../base/latest.ts";
import { RecurrenceCache } from "../../base/recurrence-cache.ts";
import type { Mm } from "../../base/units.ts";
import type { PlacedFragment, SceneNode } from "../../model/scene.ts";
import type { Placement, Sheet, SheetLayer } from "../../model/sheet.ts";
import type { ArtOf, PdfDocument } from "./document.ts";
import { type FragmentView, viewKey, viewOf } from "./fragment-view.ts";
import { type Objects, type PdfObject, type SharedForm, sizeOf } from "./object.ts";
import {
  type CodedPage,
  codePage,
  type Form,
  formOfMarks,
  fragmentForm,
  type Sharing,
  toUserSpace,
} from "./page.ts";
import { type ContentOptions, gatherSupplies, openGround, type Supplies } from "./supplies.ts";
import { surveyFragment, surveyLayers } from "./survey.ts";
import { refuseUnlessX4Content } from "./x4/refuse.ts";

/** Pages, and everything that they refer to. */
export interface CodedPages {
  readonly pages: readonly CodedPage[];
  /** What recurs from page to page is the same piece every time; pieces may have objects in common. */
  readonly pieces: readonly Objects[];
}

interface CodedFragment {
  readonly form: Form;
  readonly objects: Objects;
  /** The objects of drawings in it that recur. */
  readonly art: readonly Objects[];
  /** Whether anything in it is painted with patterns. */
  readonly hasPatterns: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lines of a sheet's marks or a drawing: a form with all that it needs. */
type CodedForm = Pick<CodedFragment, "objects" | "diagnostics"> & { readonly form: SharedForm };

interface KnownMarks {
  readonly nodes: readonly SceneNode[];
  readonly width: Mm;
  readonly height: Mm;
  readonly coded: CodedForm;
}

/** Kept fragments, bytes: what recurs is little. */
const MOST_BYTES = 12 * 1024 * 1024;
const MOST_WAITING = 1024 * 1024;
/** Places of one drawing that are kept. */
const MOST_PLACES = 64;
/** An object with its lists and maps, over its stream. */
const OBJECT_BYTES = 2000;

export class PageCoder {
  /** How everything is coded that this one keeps. */
  readonly options: ContentOptions;
  readonly #fragments = new RecurrenceCache<CodedFragment>({
    kept: MOST_BYTES,
    waiting: MOST_WAITING,
    sizeOf: ({ objects }) =>
      [...objects.values()].reduce((sum, each) => sum + sizeOf(each) + OBJECT_BYTES, 200),
  });

  /** By what they draw, then by their place. */
  readonly #art = foundOnce((_: readonly SceneNode[]) => new Latest<CodedForm>(MOST_PLACES));

  /** By their first node. */
  readonly #knownMarks = keptWith<SceneNode, KnownMarks>();

  /** Pieces that kept every clause; they keep it on every page. */
  readonly #sound = keptWith<Objects, true>();

  constructor(options: ContentOptions) {
    this.options = options;
  }

  /**
   * @param alone whether these sheets are a whole file; others may repeat what is on them
   * @throws AnphamError `export.not-x4` when PDF/X-4 is asked for and the pages break one of its clauses
   */
  async code(sheets: readonly Sheet[], alone: boolean): Promise<Outcome<CodedPages>> {
    const found = surveyLayers(sheets, this.options.ppi);
    const supplies = await gatherSupplies(found, this.options);
    const { pdf, press } = openGround(this.options, supplies);
    const diagnostics: Diagnostic[] = [...found.diagnostics];
    const forms = new Map<Placement, Form[]>();
    const pieces = new Set<Objects>();
    const places = placesOn(sheets);
    const times = new Map<string, number>();
    for (const { key } of places) times.set(key, (times.get(key) ?? 0) + 1);
    for (const place of places) {
      const coded = await this.#fragment(place, alone && times.get(place.key) === 1);
      const there = forms.get(place.placement);
      if (there) there.push(coded.form);
      else forms.set(place.placement, [coded.form]);
      if (pieces.has(coded.objects)) continue;
      pieces.add(coded.objects);
      for (const each of coded.art) pieces.add(each);
      for (const each of coded.diagnostics) diagnostics.push(onPage(each, place.page));
    }
    const sharing: Sharing = {
      markForm: (nodes, layer, sheet) => {
        const coded = this.#marks(nodes, layer, sheet, supplies);
        pieces.add(coded.objects);
        for (const each of coded.diagnostics) diagnostics.push(each);
        return coded.form;
      },
      formsOf: (placement) => forms.get(placement) ?? [],
    };
    const pages = sheets.map((sheet) => codePage(pdf, sheet, sharing));
    const value: CodedPages = { pages, pieces: [...pieces, pdf.objects.objects] };
    if (this.options.standard === "pdf/x-4") this.#check(value);
    diagnostics.push(...(press?.diagnostics ?? []));
    return { value, diagnostics: withoutRepeats(diagnostics) };
  }

  #check({ pages, pieces }: CodedPages): void {
    const unchecked = pieces.filter((piece) => !this.#sound.get(piece));
    refuseUnlessX4Content(pages, unchecked);
    for (const piece of unchecked) this.#sound.set(piece, true);
  }

  /** Lines are the same nodes on every sheet alike. */
  #marks(nodes: readonly SceneNode[], layer: SheetLayer, sheet: Sheet, supplies: Supplies): CodedForm {
    const { width, height } = sheet.size;
    const known = this.#knownMarks.get(nodes[0]!);
    if (known && known.width === width && known.height === height && isSameList(known.nodes, nodes))
      return known.coded;
    const coded = this.#alone(supplies, (pdf) => formOfMarks(pdf, nodes, layer, sheet));
    this.#knownMarks.set(nodes[0]!, { nodes, width, height, coded });
    return coded;
  }

  #alone(supplies: Supplies, code: (pdf: PdfDocument) => SharedForm): CodedForm {
    const { pdf, press } = openGround(this.options, supplies);
    const form = code(pdf);
    return { form, objects: pdf.objects.objects, diagnostics: press?.diagnostics ?? [] };
  }

  /** Viewers disagree on where patterns of a form lead: one that stands in a single place is written for that place. */
  async #fragment(place: Place, isStanding: boolean): Promise<CodedFragment> {
    const shared = await this.#coded(place.key, place, null);
    if (!isStanding || !shared.hasPatterns) return shared;
    const { placed, placement, sheet } = place;
    const toPage = compose(toUserSpace(sheet), compose(placement.transform, placed.transform));
    const standing = await this.#coded(`${place.key} ${toPage.join(" ")}`, place, toPage);
    return standing.form !== "nothing" && standing.form.inlinable ? standing : shared;
  }

  async #coded(key: string, { placed, placement, view, page }: Place, standing: Matrix | null) {
    const known = this.#fragments.get(key);
    if (known) return known;
    const { resources } = placement.scene;
    const found = surveyFragment(placed, resources, view, page, this.options.ppi);
    const supplies = await gatherSupplies(found, this.options);
    const used = new Set<CodedForm>();
    const artOf: ArtOf = (nodes, place, code) => {
      const art = this.#artIn(nodes, place, supplies, code);
      used.add(art);
      return art.form;
    };
    const { pdf, press } = openGround(this.options, supplies);
    const form = fragmentForm(pdf, placed.fragment.nodes, resources, { scale: view.scale, standing, artOf });
    const { objects } = pdf.objects;
    const art = [...used];
    const ofArt = art.map((each) => each.objects);
    const coded: CodedFragment = {
      form,
      objects,
      art: ofArt,
      hasPatterns: [objects, ...ofArt].some(hasPatterns),
      diagnostics: [found, press, ...art].flatMap((each) => each?.diagnostics ?? []),
    };
    this.#fragments.set(key, coded);
    return coded;
  }

  #artIn(
    nodes: readonly SceneNode[],
    place: string,
    supplies: Supplies,
    code: (pdf: PdfDocument) => SharedForm,
  ): CodedForm {
    const known = this.#art(nodes);
    let art = known.get(place);
    if (!art) {
      art = this.#alone(supplies, code);
      known.set(place, art);
    }
    return art;
  }
}

/** A fragment where it stands. */
interface Place {
  readonly placed: PlacedFragment;
  readonly placement: Placement;
  readonly sheet: Sheet;
  /** 1-based. */
  readonly page: number;
  readonly view: FragmentView;
  /** Places with equal keys have the same form. */
  readonly key: string;
}

const placesOn = (sheets: readonly Sheet[]): readonly Place[] =>
  sheets.flatMap((sheet, index) =>
    sheet.placements.flatMap((placement) =>
      placement.scene.fragments.map((placed): Place => {
        const view = viewOf(placed, placement);
        const key = `${placed.fragment.hash} ${viewKey(view)}`;
        return { placed, placement, sheet, page: index + 1, view, key };
      }),
    ),
  );

const hasPatterns = (objects: Objects): boolean => [...objects.values()].some(isPatterned);

const isPatterned = (object: PdfObject): boolean =>
  typeof object === "object" &&
  "kind" in object &&
  object.kind === "content" &&
  object.resources.some(({ category }) => category === "Pattern");

const onPage = (found: Diagnostic, page: number): Diagnostic =>
  found.where.page === undefined ? found : { ...found, where: { ...found.where, page } };

/** An ink over the limit is told once a row, on however many fragments. */
const withoutRepeats = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(
    diagnostics.map((each) => [JSON.stringify([each.code, each.message.en, each.where]), each]),
  ).values(),
];
