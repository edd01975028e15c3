/**
 * What is wrong with a story, in the words of the command line. First each value by itself, then the story as a whole. No DOM.
 *
 * @typedef {{ line: number, where: string, message: string, notice: boolean, missing: boolean, location: (string | number)[] }} Problem
 */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});
  const MARKUP = /<[a-zA-Z/!]/;
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  /** What is wrong with one line. @param {any} field @param {string} value @returns {string} */
  function lineFault(field, value) {
    const withValue = (/** @type {string} */ message) => story.say("with_value", { message, given: story.quote(value) });
    if (field.longest && story.count(value) > field.longest) return story.say("too_long", { count: story.count(value), most: field.longest });
    if (field.text === "address") return story.patterns().web.test(value) ? "" : withValue(story.say("web_address"));
    if (field.text === "id") return ID.test(value) ? "" : story.say("wrong_form", { given: story.quote(value), hint: story.say("slug") });
    if (value.includes("\n")) return withValue(story.say("line_break"));
    if (MARKUP.test(value)) return withValue(story.say("line_markup"));
    const hidden = story.invisible(value);
    return hidden ? withValue(hidden.message) : "";
  }

  /** @param {string} value */
  function dayFault(value) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (!parts) return story.say("with_value", { message: story.say("day"), given: story.quote(value) });
    const [year, month, day] = parts.slice(1).map(Number);
    const date = new Date(Date.UTC(2000, month - 1, day));
    date.setUTCFullYear(year, month - 1, day);
    const exists = year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists ? "" : story.say("no_date", { given: story.quote(value) });
  }

  /**
   * What is wrong with one value by itself, and on which of its lines.
   * @param {any} field @param {string} value
   */
  story.fault = (field, value) => {
    if (field.shape === "PROSE") {
      try {
        story.parse(value);
      } catch (error) {
        if (error instanceof story.RichTextError) return { message: story.say("as_is", { message: error.message }), line: error.line };
        throw error;
      }
      return null;
    }
    let message = "";
    if (field.shape === "LINE" || field.shape === "LINES") message = lineFault(field, value);
    if (field.shape === "DAY") message = dayFault(value);
    if (field.shape === "NUMBER" && !/^[0-9]{1,12}$/.test(value)) message = story.say("no_number", { given: story.quote(value) });
    if ((field.shape === "CHOICE" || field.shape === "CHOICES") && !field.choices.includes(value)) {
      message = story.say("cannot_choose", { given: story.quote(value), suggestion: story.suggestion(value, field.choices, 99) });
    }
    return message ? { message, line: 0 } : null;
  };

  /** What looks like personal data in a text. @param {string} text @returns {string[]} */
  story.personal = (text) =>
    story.rules.personal.flatMap((/** @type {[string, string]} */ [pattern, label]) => {
      const found = new RegExp(pattern, "u").exec(text);
      return found ? [story.say("personal", { given: story.quote(found[0]), label })] : [];
    });

  /** Whether paper cannot show something in a text. @param {string} text */
  const unprinted = (text) => story.patterns().unprinted.test(text);

  /** The letters of a text that cannot be printed, in their order, each once. @param {string} text @returns {string[]} */
  const strangeLetters = (text) =>
    unprinted(text.normalize("NFD")) ? [...new Set(text.normalize("NFC"))].filter((letter) => unprinted(letter) && unprinted(letter.normalize("NFD"))) : [];

  /** The letters as a message names them, with what to write instead where that is known. @param {string[]} letters */
  const named = (letters) => {
    const names = letters.slice(0, story.rules.mostNamed).map((letter) => {
      const code = (letter.codePointAt(0) || 0).toString(16).toUpperCase().padStart(4, "0");
      const shown = /[\p{C}\p{Z}]/u.test(letter) ? `U+${code}` : `«${letter}»`;
      const plain = story.rules.instead[letter] || letter.normalize("NFKD").replace(/\p{M}/gu, "");
      return story.strip(plain) && plain !== letter && !strangeLetters(plain).length ? `${shown} (schrijf «${plain}»)` : shown;
    });
    return [...names, ...(letters.length > names.length ? ["…"] : [])].join(", ");
  };

  class Check {
    /** @param {string} file @param {Record<string, any>} values @param {any} writer */
    constructor(file, values, writer) {
      this.file = file;
      this.values = values;
      this.writer = writer;
      /** @type {Problem[]} */
      this.problems = [];
    }

    /** @param {(string | number)[]} location @param {string} message @param {{ notice?: boolean, missing?: boolean, line?: number }} [more] */
    say(location, message, { notice = false, missing = false, line } = {}) {
      const where = story.where(location);
      const entry = { line: line ?? this.writer.line(location), where: story.oneLine(where), message: story.oneLine(message.trim()), notice, missing, location };
      const same = (/** @type {Problem} */ other) => other.line === entry.line && other.where === entry.where && other.message === entry.message;
      if (!this.problems.some(same)) this.problems.push(entry);
    }

    /** Every field of the story that is filled in, rows and groups before what is in them. */
    *walk(fields = story.rules.fields, values = this.values, at = /** @type {(string | number)[]} */ ([])) {
      /** @type {[any[], any, (string | number)[]][]} */
      const waiting = [[fields, values, at]];
      while (waiting.length) {
        const [here, holder, place] = /** @type {any} */ (waiting.shift());
        for (const field of here) {
          const value = holder[field.name];
          const location = [...place, field.name];
          yield { field, value, location, holder };
          if (field.shape === "GROUP" && value) waiting.push([field.fields, value, location]);
          if (field.shape === "ROWS") (value || []).forEach((/** @type {any} */ row, /** @type {number} */ index) => waiting.push([field.fields, row, [...location, index]]));
        }
      }
    }

    /** Every text, with its place. */
    *texts() {
      for (const { field, value, location } of this.walk()) {
        if (typeof value === "string") yield { field, value, location };
        if (field.shape === "LINES" || field.shape === "CHOICES") {
          for (const [index, line] of (value || []).entries()) yield { field, value: line, location: [...location, index] };
        }
      }
    }

    run() {
      const bytes = new TextEncoder().encode(story.write(this.values).text).length;
      if (bytes > story.rules.mostBytes) {
        this.say([], story.say("as_is", { message: story.say("too_large", { most: story.rules.mostBytes / 1024 }) }));
        return this.problems;
      }
      this.values_are_complete();
      this.values_have_their_form();
      if (!this.problems.length) this.whole();
      const key = (/** @type {Problem} */ { line, where, message }) => `${String(line).padStart(9, "0")}\0${where}\0${message}`;
      return this.problems.sort((one, other) => (key(one) < key(other) ? -1 : 1));
    }

    values_are_complete() {
      for (const { field, value, location } of this.walk()) {
        if (field.required && value === undefined) this.say(location, story.say("missing", { help: field.help || "Het is verplicht." }), { missing: true });
      }
    }

    values_have_their_form() {
      for (const { field, value, location } of this.texts()) {
        const fault = story.fault(field, value);
        if (!fault) continue;
        const begin = this.writer.textLines.get(location.join("."));
        const line = field.shape === "PROSE" && begin ? begin + fault.line : undefined;
        this.say(location, fault.message, { line });
      }
    }

    /** The rules of `macros/guide/checks.py` that one story can break. */
    whole() {
      this.references_exist();
      this.statements_have_a_source();
      this.own_sources_are_cited();
      this.links_lead_somewhere();
      this.texts_name_no_private_people();
      this.things_are_named_once();
      this.texts_can_be_printed();
      const { written, checked, budget, figures, views } = this.values;
      if (checked && checked < written) this.say(["checked"], story.say("checked_early", { checked, written }));
      for (const [name, rows] of Object.entries({ budget, figures })) {
        (rows || []).forEach((/** @type {any} */ row, /** @type {number} */ index) => row.sources || this.say([name, index], story.say("figure_without_source")));
      }
      (views || []).forEach((/** @type {any} */ view, /** @type {number} */ index) => {
        if (view.consent === "gepubliceerde-bron" && !view.sources) this.say(["views", index, "consent"], story.say("view_without_document"));
      });
    }

    /** The ids of a kind, with those that this story brings. @param {string} kind @returns {string[]} */
    known(kind) {
      const own = kind === "sources" ? (this.values.own_sources || []).map((/** @type {any} */ source) => source.id) : [];
      return [...new Set([...own, ...Object.keys(story.rules.known[kind])])];
    }

    references_exist() {
      for (const { field, value, location } of this.walk()) {
        if (!field.refers || value === undefined || this.known(field.refers).includes(value)) continue;
        const [label, suggestion] = [story.rules.labels[field.refers], story.suggestion(value, this.known(field.refers))];
        this.say(location, story.say("unknown_id", { given: story.quote(value), label, suggestion }));
      }
    }

    statements_have_a_source() {
      if (this.values.made_from !== "gepubliceerde-bronnen") return;
      if (!this.values.sources && this.values.ours !== "true") this.say([], story.say("no_source"));
      for (const { field, value, location } of this.walk()) {
        if (field.shape !== "ROWS" || !field.fields.some((/** @type {any} */ each) => each.name === "ours")) continue;
        (value || []).forEach((/** @type {any} */ row, /** @type {number} */ index) => {
          if (!row.sources && row.ours !== "true") this.say([...location, index], story.say("no_source"));
        });
      }
    }

    own_sources_are_cited() {
      const cited = new Set([...this.walk()].filter(({ field }) => field.refers === "sources").map(({ value }) => value));
      for (const { target } of this.links()) if (target.groups?.kind === "bron") cited.add(target.groups.id);
      (this.values.own_sources || []).forEach((/** @type {any} */ source, /** @type {number} */ index) => {
        if (!cited.has(source.id)) this.say(["own_sources", index], story.say("source_unused", { given: story.quote(source.id) }), { notice: true });
      });
    }

    /** Every link into the guide. */
    *links() {
      for (const { field, value, location } of this.texts()) {
        if (field.shape !== "PROSE") continue;
        for (const link of story.linksIn(story.parse(value))) {
          const target = story.patterns().internal.exec(link);
          if (target) yield { target, link, value, location };
        }
      }
    }

    links_lead_somewhere() {
      for (const { target, link, value, location } of this.links()) {
        const place = value.indexOf(link);
        const offset = value.slice(0, place).split("\n").length - 1;
        const line = (this.writer.textLines.get(location.join(".")) ?? this.writer.line(location)) + offset;
        const fault = this.targetFault(/** @type {any} */ (target.groups));
        const say = (/** @type {string} */ message) => this.say(location, story.say("link", { target: story.quote(link), message }), { line });
        if (fault) say(fault);
        const said = target.groups?.kind === "verhaal" && story.rules.unpublished[target.groups.id];
        if (said) say(story.say("link_unpublished", { said }));
      }
    }

    /** @param {{ kind: string, id: string, part?: string }} target */
    targetFault({ kind, id, part }) {
      if (kind === "pagina") {
        const { pages } = story.rules;
        return pages.includes(id) ? "" : story.say("link_page", { suggestion: story.suggestion(id, pages, 30) });
      }
      const ids = this.linkable(kind);
      if (!ids.includes(id)) return story.say("link_item", { suggestion: story.suggestion(id, ids) });
      const parts = kind === "verhaal" && id === this.file ? this.parts() : story.rules.links[kind][id];
      return part && parts && !parts.includes(part) ? story.say("link_part", { suggestion: story.suggestion(part, parts) }) : "";
    }

    /** The ids that a link of this kind may name, in the order of the guide. @param {string} kind @returns {string[]} */
    linkable(kind) {
      const ids = Object.keys(story.rules.links[kind]);
      if (kind === "bron") return this.known("sources");
      if (kind !== "verhaal") return ids;
      const rank = (/** @type {string} */ id) => (id === this.file ? (this.values.form === "kort" ? 1 : 0) : story.rules.ranks[id]);
      return [...new Set([...ids, this.file])].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
    }

    /** What can be pointed at in this story. @returns {string[]} */
    parts() {
      return story.rules.parts.flatMap((/** @type {string} */ name) => (this.values[name] || []).map((/** @type {any} */ row) => row.id));
    }

    texts_name_no_private_people() {
      for (const { field, value, location } of this.texts()) {
        if (["DAY", "NUMBER", "FLAG"].includes(field.shape)) continue;
        const text = field.shape === "PROSE" ? story.plain(story.parse(value)) : value;
        for (const message of story.personal(text)) this.say(location, message, { notice: true });
      }
    }

    texts_can_be_printed() {
      for (const { field, value, location } of this.texts()) {
        const rich = field.shape === "PROSE";
        const letters = strangeLetters(rich ? story.plain(story.parse(value)) : value);
        if (!letters.length) continue;
        const begin = rich ? this.writer.textLines.get(location.join(".")) : undefined;
        const below = value.slice(0, Math.max(value.indexOf(letters[0]), 0)).split("\n").length - 1;
        this.say(location, story.say("unprinted", { letters: named(letters) }), { line: begin && begin + below });
      }
    }

    things_are_named_once() {
      for (const { field, value, location } of this.walk()) {
        const name = field.fields.find((/** @type {any} */ each) => each.refers && each.refers !== "sources")?.name;
        if (!name && field.shape !== "CHOICES") continue;
        /** @type {Map<string, (string | number)[]>} */
        const first = new Map();
        (value || []).forEach((/** @type {any} */ row, /** @type {number} */ index) => {
          const id = name ? row[name] : row;
          const here = name ? [...location, index, name] : [...location, index];
          const before = first.get(id);
          if (before) this.say(here, story.say("twice", { given: story.quote(id), line: this.writer.line(before) }));
          else first.set(id, here);
        });
      }
    }
  }

  /**
   * A story as somebody typed it: the file it makes, and everything that is wrong with it.
   * @param {any} raw @param {any} [edited] the published story that it changes
   */
  story.check = (raw, edited) => {
    const { file, story: values, origin } = story.tidy(raw, edited);
    const { text, writer } = story.write(values);
    return { file: `${file}.yml`, values, text, origin, problems: new Check(file, values, writer).run() };
  };
})(window.gids);
