/** The story's page as it will be, made in the browser. Every word goes in as text, never as markup. */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});
  const make = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes = {}, /** @type {any[]} */ ...children) =>
    gids.element(tag, attributes, ...children.flat(9).filter((child) => child !== undefined && child !== null && child !== ""));

  const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
  const day = (/** @type {string} */ date) => {
    const [year, month, number] = date.split("-").map(Number);
    return `${number} ${MONTHS[month - 1]} ${year}`;
  };
  const euro = (/** @type {string} */ amount) => `€ ${String(Number(amount)).replace(/\B(?=(\d{3})+$)/g, ".")}`;

  /** @param {any[]} nodes @returns {any[]} */
  const inlines = (nodes) =>
    nodes.map((node) => {
      if (node.type === "text") return node.value;
      if (node.type !== "link") return make(node.type, {}, inlines(node.children));
      // A link into the guide is shown, not followed: where it leads is known to the build.
      const outside = story.patterns().web.test(node.target) || story.patterns().mail.test(node.target);
      return make(outside ? "a" : "u", outside ? { href: node.target } : {}, inlines(node.children));
    });

  /** @param {any[]} blocks @param {number} level @returns {any[]} */
  const blocks = (blocks, level) =>
    blocks.map((block) => {
      if (block.type === "paragraph") return make("p", {}, inlines(block.children));
      if (block.type === "heading") return make(`h${level}`, {}, inlines(block.children));
      return make(block.ordered ? "ol" : "ul", {}, block.items.map((/** @type {any[]} */ item) => make("li", {}, itemBlocks(item, level))));
    });

  /** @param {any[]} item @param {number} level */
  const itemBlocks = (item, level) => item.map((block, index) => (block.type === "paragraph" && index === 0 ? inlines(block.children) : blocks([block], level)));

  /** Long text; as typed, with its line ends, as long as something in it is refused. @param {string | undefined} text @param {number} level */
  const prose = (text, level) => {
    if (!text) return [];
    try {
      return blocks(story.parse(text), level);
    } catch {
      return [make("p", { class: "preview__raw" }, text)];
    }
  };

  story.Preview = class Preview {
    /** @param {Record<string, any>} values */
    constructor(values) {
      this.values = values;
      this.names = new Map(Object.entries(story.rules.cited));
      for (const source of values.own_sources || []) this.names.set(source.id, source.short || source.title || "");
    }

    /** @param {any} entry */
    sources(entry) {
      const cited = (entry.sources || []).filter((/** @type {any} */ each) => each.source);
      if (!cited.length && entry.ours !== "true") return [];
      const label = entry.ours === "true" ? "Steunt op:" : cited.length > 1 ? "Bronnen:" : "Bron:";
      const items = cited.flatMap((/** @type {any} */ { source, place }, /** @type {number} */ index) => [
        " ", this.names.get(source) || source, place ? `, ${place}` : "", index < cited.length - 1 ? ";" : "",
      ]); // prettier-ignore
      return [
        make("p", { class: "source" }, entry.ours === "true" ? make("span", { class: "ours" }, "onze aanvulling") : "", cited.length ? [" ", make("span", { class: "source__label" }, label), items] : []),
      ];
    }

    /** @param {string} title @param {any[]} children */
    section(title, ...children) {
      return make("section", {}, make("h3", { class: "preview__h2" }, title), children);
    }

    /** The whole page. @returns {Node[]} */
    nodes() {
      const { values } = this;
      const card = values.card || {};
      const facts = [["Context", card.context], ["Aanpak", card.approach], ["Geleerd", card.learned]];
      return [
        make("header", { class: "head" },
          make("p", { class: "head__kicker" }, `${values.form === "kort" ? "Kort voorbeeld" : "Praktijkverhaal"} · ${values.municipality || "…"}`),
          make("p", { class: "preview__h1" }, values.title || "(nog geen titel)"),
          make("p", { class: "head__lead" }, values.summary || "")),
        make("dl", { class: "card card--story" }, facts.map(([name, text]) => make("div", {}, make("dt", {}, name), make("dd", {}, text || "…")))),
        ...story.rules.chapters.map((/** @type {string[]} */ [name, title]) => this.chapter(title, values[name], name === "failed" ? "caution" : "point")),
        this.views(),
        this.strategies(),
        this.links(),
        this.section("Feiten", this.facts()),
        this.unknown(),
        this.origin(),
      ].filter(Boolean); // prettier-ignore
    }

    /** @param {string} title @param {any[]} points @param {string} look */
    chapter(title, points, look) {
      if (!points) return null;
      return this.section(title, points.map((point) => make("section", { class: look }, make("h4", { class: `${look}__title` }, point.title || "…"), prose(point.text, 5), this.sources(point))));
    }

    views() {
      const { views } = this.values;
      if (!views) return null;
      const literal = views.some((/** @type {any} */ view) => view.words === "letterlijk");
      return this.section("Hoe betrokkenen het zien",
        make("p", {}, `Dit zijn meningen${literal ? "" : ", in onze woorden weergegeven"}. Het zijn geen bevindingen van onderzoek.`, literal ? " Wat tussen aanhalingstekens staat, zijn de woorden van de persoon zelf." : ""),
        views.map((/** @type {any} */ view) => make("section", { class: "view" },
          view.words === "letterlijk" ? make("blockquote", { class: "view__quote" }, prose(view.text, 4)) : prose(view.text, 4),
          make("p", { class: "view__role" }, view.role || "…", view.consent === "gegeven" ? ", met toestemming" : ""),
          this.sources(view)))); // prettier-ignore
    }

    /** @param {string} kind @param {string} id */
    named(kind, id) {
      const side = story.rules.sides[id];
      return make("strong", side ? { class: `tone tone--${side}` } : {}, story.rules.known[kind][id] || id || "…");
    }

    strategies() {
      const { strategies } = this.values;
      if (!strategies) return null;
      return this.section("Welke strategieën", strategies.map((/** @type {any} */ entry) => make("section", { class: "case" },
        make("h4", { class: "case__title" }, this.named("strategies", entry.strategy)),
        make("p", { class: "case__use" }, make("span", { class: `use use--${entry.use}` }, entry.use || "…")),
        prose(entry.how, 5), this.sources(entry)))); // prettier-ignore
    }

    links() {
      const kinds = [["barriers", "barrier", ""], ["steps", "step", ""], ["materials", "material", "Workshop: "]];
      const items = kinds.flatMap(([kind, name, before]) => (this.values[kind] || []).map((/** @type {any} */ entry) =>
        make("li", {}, before, this.named(kind, entry[name]), " ", make("span", { class: "links__reason" }, entry.how || "…"), this.sources(entry)))); // prettier-ignore
      return items.length ? this.section("Drempels en stappen in dit verhaal", make("ul", { class: "links" }, items)) : null;
    }

    /** What a word of a list means. @param {string} name @param {string} value */
    meaning(name, value) {
      const field = story.rules.fields.find((/** @type {any} */ each) => each.name === name);
      return field.meanings[field.choices.indexOf(value)] || value;
    }

    facts() {
      const { values } = this;
      const list = (/** @type {string[] | undefined} */ lines) => (lines && lines.length ? make("ul", {}, lines.map((line) => make("li", {}, line))) : "onbekend");
      const { period } = values;
      const groups = values.target_groups || (values.audiences || []).map((/** @type {string} */ each) => this.meaning("audiences", each));
      const form = values.employment_form && values.employment_form !== "onbekend" ? this.meaning("employment_form", values.employment_form) : "";
      const partners = (values.partners || []).map((/** @type {any} */ each) => (each.role ? `${each.name} (${each.role})` : each.name || "…"));
      const nineteen = /** @type {Record<string, string>} */ ({ true: "ja", false: "nee" })[values.one_of_nineteen] || "onbekend";
      /** @type {[string, any][]} */
      const rows = [
        ["Gemeente of streek", values.municipality || "…"],
        ["Grootte", this.meaning("size_class", values.size_class || "onbekend")],
        ["Project", values.project || "onbekend"],
        ["Periode", period ? `${period.start || "…"}${period.end ? ` tot ${period.end}` : " (einde onbekend)"}` : "onbekend"],
        ["Looptijd", values.duration || "onbekend"],
        ["Een van de negentien projecten", nineteen],
        ["Voor wie", list(groups)],
        ["Hoe in dienst", form ? `${form}${values.employment ? `. ${values.employment}` : ""}` : values.employment || "onbekend"],
        ["Deel van een voltijdse job", values.share || "onbekend"],
        ["Partners", list(partners)],
      ];
      const amounts = (values.budget || []).map((/** @type {any} */ each) => [each.label || "…", [/^\d+$/.test(each.amount || "") ? euro(each.amount) : each.amount || "…", each.note ? `. ${each.note}` : "", this.sources(each)]]);
      const figures = (values.figures || []).map((/** @type {any} */ each) => [each.label || "…", [each.value || "…", each.note ? `. ${each.note}` : "", this.sources(each)]]);
      rows.push(...(amounts.length ? amounts : [["Budget", "onbekend"]]), ...figures);
      return make("dl", { class: "facts" }, rows.map(([name, text]) => make("div", {}, make("dt", {}, name), make("dd", {}, text))));
    }

    unknown() {
      const required = (/** @type {string} */ name) => story.rules.fields.some((/** @type {any} */ field) => field.name === name && field.required);
      const untold = story.rules.chapters.filter((/** @type {string[]} */ [name]) => !required(name) && !this.values[name]).map((/** @type {string[]} */ [, , said]) => said);
      const { unknown } = this.values;
      if (!unknown && !untold.length) return null;
      const section = this.section("Wat we niet weten",
        unknown ? make("ul", {}, unknown.map((/** @type {string} */ line) => make("li", {}, line))) : "",
        untold.length ? make("p", {}, `Hierover vertelt dit verhaal niets apart: ${untold.join(", ")}.`) : ""); // prettier-ignore
      section.className = "gap";
      return section;
    }

    origin() {
      const { values } = this;
      const told = this.meaning("evidence", values.evidence || "verteld");
      const how = /** @type {Record<string, string>} */ ({
        "eigen-ervaring": "De auteur maakte dit project zelf mee.",
        gesprekken: "De auteur sprak met mensen die erbij waren.",
      })[values.made_from];
      const date = (/** @type {string | undefined} */ value) => (value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : "…");
      return this.section("Hoe dit verhaal gemaakt is",
        make("p", {}, `${told[0].toUpperCase()}${told.slice(1)}.`, values.evidence_note ? ` ${values.evidence_note}` : ""),
        how ? make("p", {}, `${how} Waar geen bron bij staat, komt het van de auteur.`) : "",
        make("p", {}, `Auteur: ${values.author || "…"}. Geschreven op ${date(values.written)}, laatst nagekeken op ${date(values.checked || values.written)}.`),
        this.sources(values)); // prettier-ignore
    }
  };
})(window.gids);
