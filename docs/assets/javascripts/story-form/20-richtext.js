/**
 * Long text: the same small, safe subset of Markdown as `macros/guide/richtext.py`, with the same refusals. No DOM.
 *
 * CommonMark's own method: lines open and close blocks, then each paragraph is read for marks and links. Whatever the subset
 * has no place for is recognised only to be refused. Named entities beyond the usual are shown as typed.
 *
 * @typedef {{ type: string, value?: string, target?: string, children?: Inline[] }} Inline
 * @typedef {{ type: string, line: number, text?: string, level?: number, ordered?: boolean, kind?: string, mark?: string,
 *   indent?: number, children?: Block[] }} Block
 */
(function (gids) {
  "use strict";

  const story = (gids.story = gids.story || {});

  class RichTextError extends Error {
    /** @param {string} message @param {number} line */
    constructor(message, line) {
      super(message);
      this.line = line;
    }
  }
  story.RichTextError = RichTextError;

  const refuse = (/** @type {string} */ name, /** @type {number} */ line, values = {}) => {
    throw new RichTextError(story.say(name, values), line);
  };

  /* --- blocks --- */

  const HTML_NAMES =
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|" +
    "figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|" +
    "nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
  const ATTRIBUTE = "\\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\\s*=\\s*(?:[^\"'=<>`\\x00-\\x20]+|'[^']*'|\"[^\"]*\"))?";
  const TAG = `<[A-Za-z][A-Za-z0-9\\-]*(?:${ATTRIBUTE})*\\s*\\/?>|<\\/[A-Za-z][A-Za-z0-9\\-]*\\s*>`;
  const HTML_INLINE = new RegExp(
    `^(?:${TAG}|<!---?>|<!--(?:[^-]|-[^-]|--[^>])*-->|<[?][\\s\\S]*?[?]>|<![A-Za-z][^>]*>|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>)`
  );
  /** How HTML begins and ends; the last cannot break off a paragraph. @type {[RegExp, RegExp][]} */
  const HTML_BLOCKS = [
    [/^<(script|pre|style|textarea)(?=(\s|>|$))/i, /<\/(script|pre|style|textarea)>/i],
    [/^<!--/, /-->/],
    [/^<\?/, /\?>/],
    [/^<![A-Za-z]/, />/],
    [/^<!\[CDATA\[/, /\]\]>/],
    [new RegExp(`^</?(${HTML_NAMES})(?=(\\s|/?>|$))`, "i"), /^\s*$/],
    [new RegExp(`^(?:${TAG})\\s*$`), /^\s*$/],
  ];
  const RULE = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
  const ITEM = /^(?:([*+-])|(\d{1,9})([.)]))(?=[ ]|$)/;

  const indentOf = (/** @type {string} */ text) => text.search(/[^ \t]|$/);
  const isBlank = (/** @type {string} */ text) => !/[^ \t]/.test(text);

  /** A line as it decides about blocks: tabs in front of the text are spaces up to the next fourth column. */
  class Line {
    /** @param {string} typed */
    constructor(typed) {
      const [front] = /** @type {RegExpMatchArray} */ (typed.match(/^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/));
      this.typed = typed;
      this.spaced = "";
      /** The column of each letter of the front. @type {number[]} */
      this.columns = [];
      for (const letter of front) {
        this.columns.push(this.spaced.length);
        this.spaced += letter === "\t" ? " ".repeat(4 - (this.spaced.length % 4)) : letter;
      }
      this.spaced += typed.slice(front.length);
    }

    /** What is left of the line when it turns out to be text, as it was typed: a tab behind what is no list after all stays a tab. @param {string} rest */
    text(rest) {
      const text = rest.replace(/^[ \t]+/, "");
      const place = this.columns.indexOf(this.spaced.length - text.length);
      return place < 0 ? text : this.typed.slice(place);
    }
  }

  /** Reads lines into a tree of blocks. */
  class Blocks {
    constructor() {
      /** @type {Block} */
      this.document = { type: "document", line: 0, children: [] };
      this.open = [this.document];
      /** The block that still takes lines. @type {any} */
      this.leaf = null;
      /** Addresses that are named apart: `[name]: https://…`. @type {Map<string, string>} */
      this.references = new Map();
    }

    get container() {
      return this.open[this.open.length - 1];
    }

    /** @param {string} source */
    read(source) {
      source.split("\n").forEach((line, number) => this.line(new Line(line), number));
      this.finish();
      return this.document;
    }

    /** The open block takes no more lines. */
    finish() {
      const leaf = this.leaf;
      this.leaf = null;
      if (!leaf || leaf.type !== "paragraph") return;
      leaf.text = this.withoutReferences(leaf.lines.join("\n")).trim();
      if (!leaf.text) leaf.parent.children.splice(leaf.parent.children.indexOf(leaf), 1);
    }

    /** @param {string} text */
    withoutReferences(text) {
      const form = /^\[((?:[^\\[\]]|\\.)+)\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|$)/;
      for (let found = text.match(form); found && found[1].trim(); found = text.match(form)) {
        const name = normalName(found[1]);
        if (!this.references.has(name)) this.references.set(name, address(found[2]));
        text = text.slice(found[0].length);
      }
      return text;
    }

    /** @param {Block} block */
    add(block) {
      this.finish();
      /** @type {Block[]} */ (this.container.children).push(block);
      return block;
    }

    /** @param {number} depth */
    close(depth) {
      if (depth < this.open.length) this.finish();
      this.open.length = Math.min(this.open.length, depth);
    }

    /** @param {Line} line @param {number} number */
    line(line, number) {
      let rest = line.spaced;
      let depth = 1;
      for (; depth < this.open.length; depth += 1) {
        const next = this.continued(this.open[depth], rest);
        if (next === null) break;
        rest = next;
      }
      const within = depth === this.open.length;
      if (within && this.leaf && this.takes(this.leaf, rest)) return;
      const paragraph = this.leaf && this.leaf.type === "paragraph" ? this.leaf : null;
      rest = this.start(rest, number, depth, within && paragraph, Boolean(paragraph));
      if (rest === null) return;
      const started = this.started;
      if (isBlank(rest)) {
        this.close(started ? this.open.length : depth);
        this.finish();
      } else if (paragraph && !started) {
        paragraph.lines.push(line.text(rest));
      } else {
        if (!started) this.close(depth);
        this.leaf = Object.assign(this.add({ type: "paragraph", line: number }), { lines: [line.text(rest)], parent: this.container });
      }
    }

    /** What is left of a line inside an open container, or null when it ends there. @param {Block} block @param {string} rest */
    continued(block, rest) {
      if (block.type === "blockquote") {
        const found = rest.match(/^ {0,3}> ?/);
        return found ? rest.slice(found[0].length) : null;
      }
      if (isBlank(rest)) return /** @type {Block[]} */ (block.children).length ? "" : null;
      const indent = /** @type {number} */ (block.indent);
      return indentOf(rest) >= indent ? rest.slice(indent) : null;
    }

    /** Whether code or HTML that is open takes the line. @param {any} leaf @param {string} rest */
    takes(leaf, rest) {
      if (leaf.type === "fence") {
        const end = indentOf(rest) < 4 && rest.trim();
        if (end && end.length >= leaf.mark.length && end === leaf.mark[0].repeat(end.length)) this.leaf = null;
        return true;
      }
      if (leaf.type === "html_block") {
        if (leaf.end.test(rest)) this.leaf = null;
        return true;
      }
      if (leaf.type === "code_block" && (isBlank(rest) || indentOf(rest) >= 4)) return true;
      if (leaf.type === "code_block") this.leaf = null;
      return false;
    }

    /**
     * Open the blocks that begin on this line. Gives what is left for a paragraph, or null when the line is used up.
     * @param {string} rest @param {number} number @param {number} depth @param {any} paragraph the one this line would go on with
     * @param {boolean} lazy
     */
    start(rest, number, depth, paragraph, lazy) {
      this.started = false;
      const open = (/** @type {Block} */ block) => {
        if (!this.started) this.close(depth);
        this.started = true;
        return this.add(block);
      };
      for (;;) {
        if (isBlank(rest)) return rest;
        const indent = indentOf(rest);
        const text = rest.slice(indent);
        if (indent >= 4) {
          if (lazy && !this.started) return rest;
          this.leaf = open({ type: "code_block", line: number });
          return null;
        }
        const going = this.started ? null : paragraph;
        if (text[0] === ">") {
          this.open.push(open({ type: "blockquote", line: number, children: [] }));
          rest = text.slice(text[1] === " " ? 2 : 1);
          continue;
        }
        const heading = text.match(/^(#{1,6})(?:[ \t]+|$)/);
        if (heading) {
          const title = text.slice(heading[0].length).replace(/^[ \t]*#+[ \t]*$/, "").replace(/[ \t]+#+[ \t]*$/, "").trim();
          open({ type: "heading", line: number, level: heading[1].length, text: title });
          return null;
        }
        const fence = text.match(/^(`{3,})(?!.*`)|^(~{3,})/);
        if (fence) {
          this.leaf = Object.assign(open({ type: "fence", line: number }), { mark: fence[0] });
          return null;
        }
        const html = HTML_BLOCKS.findIndex(([begin], index) => begin.test(text) && !(index === 6 && lazy && !this.started));
        if (html >= 0) {
          const end = HTML_BLOCKS[html][1];
          const block = open({ type: "html_block", line: number });
          this.leaf = end.test(text) ? null : Object.assign(block, { end });
          return null;
        }
        const under = going && text.match(/^(=+|-+)[ \t]*$/);
        if (under && this.underlined(going, text[0] === "=" ? 1 : 2)) return null;
        if (RULE.test(text)) {
          open({ type: "hr", line: number });
          return null;
        }
        const item = text.match(ITEM);
        if (!item || (going && (isBlank(text.slice(item[0].length)) || (item[2] && Number(item[2]) !== 1)))) return rest;
        rest = this.item(item, text, indent, number, depth);
      }
    }

    /** A line of dashes under a paragraph makes it a heading, also when it holds nothing but hard spaces. @param {any} paragraph @param {number} level */
    underlined(paragraph, level) {
      const named = !this.withoutReferences(paragraph.lines.join("\n"));
      this.finish();
      if (named) return false;
      if (!paragraph.text) paragraph.parent.children.push(paragraph);
      Object.assign(paragraph, { type: "heading", level });
      return true;
    }

    /** @param {RegExpMatchArray} item @param {string} text @param {number} indent @param {number} number @param {number} depth */
    item(item, text, indent, number, depth) {
      if (!this.started) this.close(depth);
      this.started = true;
      this.finish();
      const mark = item[1] || item[3];
      const siblings = /** @type {Block[]} */ (this.container.children);
      let list = siblings[siblings.length - 1];
      if (!list || list.type !== "list" || list.mark !== mark) {
        list = this.add({ type: "list", line: number, ordered: !item[1], mark, children: [] });
      }
      const after = text.slice(item[0].length);
      const gap = indentOf(after);
      const space = isBlank(after) || gap > 4 ? 1 : gap;
      const entry = { type: "item", line: number, indent: indent + item[0].length + space, children: [] };
      /** @type {Block[]} */ (list.children).push(entry);
      this.open.push(entry);
      return isBlank(after) ? "" : after.slice(space);
    }
  }

  /* --- inside a paragraph --- */

  const PUNCTUATION = /[!-/:-@[-`{-~\p{P}\p{S}]/u;
  const WHITE = /[\t-\r \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
  const ENTITIES = /** @type {Record<string, string>} */ ({
    amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\xa0", euro: "€", eacute: "é", egrave: "è", euml: "ë", iuml: "ï",
    ouml: "ö", uuml: "ü", auml: "ä", agrave: "à", ccedil: "ç", hellip: "…", ndash: "–", mdash: "—", shy: "\xad", copy: "©",
    laquo: "«", raquo: "»", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", middot: "·", bull: "•", deg: "°", times: "×",
  }); // prettier-ignore

  const normalName = (/** @type {string} */ name) => name.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();

  /** @param {string} code */
  function entity(code) {
    const number = code.match(/^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i);
    if (!number) return ENTITIES[code];
    const point = number[1] ? parseInt(number[1], 16) : Number(number[2]);
    const wrong =
      (point >= 0xd800 && point <= 0xdfff) || (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) === 0xfffe || point <= 8 ||
      point === 0xb || (point >= 0xe && point <= 0x1f) || (point >= 0x7f && point <= 0x9f) || point > 0x10ffff;
    return wrong ? "\ufffd" : String.fromCodePoint(point);
  }

  const unescaped = (/** @type {string} */ text) =>
    text.replace(/\\([!-/:-@[-`{-~])|&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/gi, (all, mark, code) =>
      mark !== undefined ? mark : (entity(code) ?? all)
    );

  /** An address as it will stand in a link. @param {string} text */
  function address(text) {
    const bare = unescaped(text.startsWith("<") ? text.slice(1, -1) : text);
    return bare.replace(/%[0-9a-f]{2}|[\s\S]/giu, (letter) =>
      letter.length === 3 && letter[0] === "%" ? letter : /[a-z0-9;/?:@&=+$,\-_.!~*'()#]/i.test(letter) && letter.length === 1 ? letter : encoded(letter)
    );
  }

  const encoded = (/** @type {string} */ letter) => {
    try {
      return encodeURIComponent(letter);
    } catch {
      return "%EF%BF%BD"; // half of a pair
    }
  };

  /** Reads the text of one paragraph or heading. */
  class Inlines {
    /** @param {string} text @param {Map<string, string>} references */
    constructor(text, references) {
      this.text = text;
      this.references = references;
      this.at = 0;
      /** @type {any[]} */
      this.nodes = [];
    }

    read() {
      while (this.at < this.text.length) this.step();
      return merged(emphasised(this.nodes));
    }

    /** @param {string} value */
    literal(value) {
      this.nodes.push({ type: "text", value });
      this.at += value.length;
    }

    /** @param {any} node @param {number} length */
    push(node, length) {
      this.nodes.push(node);
      this.at += length;
    }

    step() {
      const rest = this.text.slice(this.at);
      const plain = rest.match(/^[^\n\\`*_![\]<&]+/);
      if (plain) return this.literal(plain[0]);
      switch (rest[0]) {
        case "\n":
          return this.newline();
        case "\\":
          if (rest[1] === "\n") return this.push({ type: "hardbreak" }, rest.match(/^\\\n */)?.[0].length ?? 2);
          if (rest[1] && /[!-/:-@[-`{-~]/.test(rest[1])) return this.push({ type: "text", value: rest[1] }, 2);
          return this.literal("\\");
        case "`":
          return this.code(rest);
        case "*":
        case "_":
          return this.marks(rest);
        case "!":
          return rest[1] === "[" ? this.push({ type: "open", image: true, value: "![", start: this.at + 2, active: true }, 2) : this.literal("!");
        case "[":
          return this.push({ type: "open", image: false, value: "[", start: this.at + 1, active: true }, 1);
        case "]":
          return this.bracket();
        case "<":
          return this.angle(rest);
        default: {
          const found = rest.match(/^&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/i);
          const value = found && entity(found[1]);
          return found && value !== undefined ? this.push({ type: "text", value }, found[0].length) : this.literal("&");
        }
      }
    }

    newline() {
      const last = this.nodes[this.nodes.length - 1];
      let hard = false;
      if (last && last.type === "text") {
        const spaces = last.value.length - last.value.replace(/ +$/, "").length;
        hard = spaces >= 2;
        last.value = last.value.slice(0, last.value.length - spaces);
      }
      const skipped = /** @type {RegExpMatchArray} */ (this.text.slice(this.at).match(/^\n[ \t]*/))[0].length;
      this.push(hard ? { type: "hardbreak" } : { type: "text", value: " " }, skipped);
    }

    /** @param {string} rest */
    code(rest) {
      const [ticks] = /** @type {RegExpMatchArray} */ (rest.match(/^`+/));
      for (const found of rest.slice(ticks.length).matchAll(/`+/g)) {
        if (found[0] === ticks) return this.push({ type: "code_inline" }, ticks.length * 2 + (found.index ?? 0));
      }
      return this.literal(ticks);
    }

    /** @param {string} rest */
    marks(rest) {
      const [run] = /** @type {RegExpMatchArray} */ (rest.match(/^(\*+|_+)/));
      const before = [...this.text.slice(Math.max(0, this.at - 2), this.at)].pop() || " ";
      const after = String.fromCodePoint(this.text.codePointAt(this.at + run.length) ?? 32);
      const afterWhite = WHITE.test(after);
      const beforeWhite = WHITE.test(before);
      const left = !afterWhite && !(PUNCTUATION.test(after) && !beforeWhite && !PUNCTUATION.test(before));
      const right = !beforeWhite && !(PUNCTUATION.test(before) && !afterWhite && !PUNCTUATION.test(after));
      const word = run[0] === "*";
      this.push(
        {
          type: "marks",
          mark: run[0],
          count: run.length,
          length: run.length,
          opens: left && (word || !right || PUNCTUATION.test(before)),
          closes: right && (word || !left || PUNCTUATION.test(after)),
        },
        run.length
      );
    }

    /** @param {string} rest */
    angle(rest) {
      const link = rest.match(/^<([a-z][a-z0-9+.-]{1,31}:[^<>\x00-\x20]*)>/i);
      const mail = rest.match(
        /^<([a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*)>/i
      );
      const found = link || mail;
      if (found) {
        const target = address(`<${mail ? "mailto:" : ""}${found[1]}>`.replaceAll("\\", "\\\\").replaceAll("&", "&amp;"));
        return this.push({ type: "link", target, children: [{ type: "text", value: found[1] }] }, found[0].length);
      }
      const html = rest.match(HTML_INLINE);
      return html ? this.push({ type: "html_inline" }, html[0].length) : this.literal("<");
    }

    bracket() {
      let index = this.nodes.length - 1;
      while (index >= 0 && this.nodes[index].type !== "open") index -= 1;
      if (index < 0) return this.literal("]");
      const opener = this.nodes[index];
      const label = this.text.slice(opener.start, this.at);
      const found = opener.active ? this.target(this.text.slice(this.at + 1), label) : null;
      if (!found) {
        this.nodes[index] = { type: "text", value: opener.value };
        return this.literal("]");
      }
      const inside = merged(emphasised(this.nodes.splice(index).slice(1)));
      if (opener.image) return this.push({ type: "image" }, 1 + found.length);
      for (const node of this.nodes) if (node.type === "open" && !node.image) node.active = false;
      return this.push({ type: "link", target: found.target, children: inside }, 1 + found.length);
    }

    /** What follows `[…]`: an address between brackets, or a name of one. @param {string} rest @param {string} label */
    target(rest, label) {
      const open = rest.match(/^\(\s*/);
      if (open) {
        const place = destination(rest.slice(open[0].length));
        if (place !== null) {
          const end = rest.slice(open[0].length + place.length).match(/^(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)/);
          if (end) return { target: address(place), length: open[0].length + place.length + end[0].length };
        }
      }
      const named = rest.match(/^\[((?:[^\\[\]]|\\.)*)\]/);
      const name = normalName(named && named[1].trim() ? named[1] : label);
      const target = this.references.get(name);
      return target === undefined ? null : { target, length: named ? named[0].length : 0 };
    }
  }

  /** The address at the start of a text: between <>, or up to a space, its brackets in pairs. @param {string} text */
  function destination(text) {
    const pointed = text.match(/^<(?:\\.|[^\\<>\n])*>/);
    if (pointed) return pointed[0];
    if (text[0] === "<") return null;
    let deep = 0;
    let at = 0;
    for (; at < text.length; at += 1) {
      const letter = text[at];
      if (letter <= " " || letter === "\x7f") break;
      if (letter === "\\" && /[!-/:-@[-`{-~]/.test(text[at + 1] || "")) at += 1;
      else if (letter === "(") deep += 1;
      else if (letter === ")") {
        if (!deep) break;
        deep -= 1;
      }
    }
    return deep ? null : text.slice(0, at);
  }

  /** Pairs the marks of emphasis. @param {any[]} nodes */
  function emphasised(nodes) {
    for (let closer = 0; closer < nodes.length; closer += 1) {
      while (nodes[closer].type === "marks" && nodes[closer].closes && nodes[closer].count) {
        const opener = openerOf(nodes, closer);
        if (opener < 0) break;
        const [first, last] = [nodes[opener], nodes[closer]];
        const size = first.count >= 2 && last.count >= 2 ? 2 : 1;
        const inside = merged(nodes.slice(opener + 1, closer));
        nodes.splice(opener + 1, closer - opener - 1, { type: size === 2 ? "strong" : "em", children: inside });
        first.count -= size;
        last.count -= size;
        closer = opener + 2;
      }
    }
    return nodes;
  }

  /** @param {any[]} nodes @param {number} closer */
  function openerOf(nodes, closer) {
    const last = nodes[closer];
    for (let at = closer - 1; at >= 0; at -= 1) {
      const first = nodes[at];
      if (first.type !== "marks" || first.mark !== last.mark || !first.opens || !first.count) continue;
      const odd = (first.closes || last.opens) && (first.length + last.length) % 3 === 0 && (first.length % 3 || last.length % 3);
      if (!odd) return at;
    }
    return -1;
  }

  /** Marks without a partner are text; neighbouring texts are one. @param {any[]} nodes @returns {Inline[]} */
  function merged(nodes) {
    /** @type {any[]} */
    const found = [];
    for (const node of nodes) {
      const value = node.type === "marks" ? node.mark.repeat(node.count) : node.type === "open" ? node.value : node.value;
      const isText = ["marks", "open", "text"].includes(node.type);
      const last = found[found.length - 1];
      if (isText && last && last.type === "text") last.value += value;
      else if (!isText) found.push(node);
      else if (value) found.push({ type: "text", value });
    }
    return found;
  }

  /* --- judging --- */

  /** How deep marks and links stand in one another. @param {Inline[]} nodes @returns {number} */
  const depthOf = (nodes) => Math.max(0, ...nodes.map((node) => (node.children ? 1 + depthOf(node.children) : 0)));

  /** @param {Block} block @param {Map<string, string>} references @param {number} level */
  function refuseDepth(block, references, level) {
    if (block.type === "list" && level > 2) refuse("list_too_deep", block.line);
    if (block.text !== undefined) {
      /** @type {any} */ (block).inlines = new Inlines(block.text, references).read();
      if (depthOf(/** @type {any} */ (block).inlines) > 4) refuse("marks_too_deep", block.line);
    }
    for (const child of block.children || []) refuseDepth(child, references, block.type === "document" ? 0 : level + 1);
  }

  /** @param {any} block @returns {any} */
  function judged(block) {
    if (block.type === "paragraph") return { type: "paragraph", children: judgedInlines(block.inlines, block.line) };
    if (block.type === "heading") {
      if (block.level !== 3) refuse("heading_level", block.line);
      if (!block.inlines.length) refuse("heading_empty", block.line);
      return { type: "heading", children: judgedInlines(block.inlines, block.line) };
    }
    if (block.type !== "list") refuse(block.type in story.rules.sentences ? block.type : "other_markup", block.line);
    for (const item of block.children) if (!item.children.length) refuse("list_item_empty", item.line);
    return { type: "list", ordered: block.ordered, items: block.children.map((/** @type {any} */ item) => item.children.map(judged)) };
  }

  /** @param {Inline[]} nodes @param {number} line @returns {any[]} */
  function judgedInlines(nodes, line) {
    return nodes.map((node) => {
      if (node.type === "text") return node;
      if (node.type === "link") {
        judgeLink(node, line);
        return { ...node, children: judgedInlines(node.children || [], line) };
      }
      if (node.type === "em" || node.type === "strong") return { ...node, children: judgedInlines(node.children || [], line) };
      return refuse(node.type, line);
    });
  }

  /** @param {Inline} node @param {number} line */
  function judgeLink(node, line) {
    const { web, mail, internal } = patterns();
    const target = node.target || "";
    if (!node.children?.length) refuse("link_empty", line, { target });
    const inside = target.match(internal);
    if (web.test(target) || mail.test(target) || (inside && story.rules.linkKinds.includes(inside.groups?.kind))) return;
    refuse("link_target", line, { target, kinds: story.rules.linkKinds.map((/** @type {string} */ kind) => `${kind}:…`).join(", ") });
  }

  /** @type {Record<string, RegExp> | null} */
  let compiled = null;
  /** The patterns of the command line. @returns {Record<string, RegExp>} */
  function patterns() {
    compiled = compiled || Object.fromEntries(Object.entries(story.rules.patterns).map(([name, text]) => [name, new RegExp(String(text), "u")]));
    return compiled;
  }
  story.patterns = patterns;

  /** What to say about the first character that nobody sees, and its line. @param {string} text */
  story.invisible = (text) => {
    const found = patterns().invisible.exec(text);
    if (!found) return null;
    const code = (found[0].codePointAt(0) || 0).toString(16).toUpperCase().padStart(4, "0");
    return { message: story.say("invisible", { code }), line: text.slice(0, found.index).split("\n").length - 1 };
  };

  /** The blocks of a long text; throws `RichTextError` for anything outside the subset. @param {string} source */
  story.parse = (source) => {
    const hidden = story.invisible(source);
    if (hidden) throw new RichTextError(hidden.message, hidden.line);
    const reader = new Blocks();
    const tree = reader.read(source);
    refuseDepth(tree, reader.references, 0);
    return /** @type {Block[]} */ (tree.children).map(judged);
  };

  const plainInlines = (/** @type {any[]} */ nodes) =>
    nodes.map((/** @type {any} */ node) => (node.type === "text" ? node.value : plainInlines(node.children))).join("");
  /** The words alone. @param {any[]} blocks @returns {string} */
  story.plain = (blocks) =>
    blocks.map((block) => (block.type === "list" ? block.items.map(story.plain).join(" ") : plainInlines(block.children))).join(" ");

  /** Every link in a text, in order. @param {any[]} blocks @returns {string[]} */
  story.linksIn = (blocks) =>
    blocks.flatMap((block) =>
      block.type === "list"
        ? block.items.flatMap(story.linksIn)
        : block.type === "link"
          ? [block.target, ...story.linksIn(block.children)]
          : story.linksIn(block.children || [])
    );
})(window.gids);
