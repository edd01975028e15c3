/** Packing and unpacking the parts of a Word file. No DOM; the browser's own compression, or none where it has none. */
(function (gids) {
  "use strict";

  const word = (gids.word = gids.word || {});

  /** More than any document of ours, also after somebody put pictures in it. */
  const MOST_BYTES = 60_000_000;
  const MOST_PARTS = 3000;

  /** What people read when a file cannot be read. @type {Record<string, string>} */
  word.troubles = {
    "no-word": "Dit is geen Word-bestand (.docx). Er is niets veranderd. Is het een oud .doc of staat er een wachtwoord op? Bewaar het dan eerst als gewoon .docx.",
    odt: "Dit is een bestand in het formaat van LibreOffice (.odt). Daarin gaan de gegevens van je plan verloren. Open het bestand dat op .docx of .json eindigt. Er is niets veranderd.",
    damaged: "Dit Word-bestand is beschadigd of te groot. Er is niets veranderd. Heb je een kopie, of het bestand dat op .json eindigt? Open dat.",
    single: "In dit document zit je plan niet: alleen “Volledig plan” draagt alle gegevens. Open dat bestand, of het bestand dat op .json eindigt. Er is niets veranderd.",
    stripped: "In dit bestand zitten geen gegevens (meer): het is bewaard zonder gegevens, of een programma liet ze weg. Open het bestand dat op .json eindigt. Er is niets veranderd.",
    foreign: "Dit Word-bestand komt niet van deze gids. Er is niets veranderd.",
    old: "Deze browser kan een Word-bestand niet openen. Gebruik een nieuwere, of het bestand dat op .json eindigt. Er is niets veranderd.",
  };

  word.WordError = class WordError extends Error {
    /** @param {string} trouble */
    constructor(trouble) {
      super(word.troubles[trouble]);
      this.trouble = trouble;
    }
  };

  const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
    for (let bit = 0; bit < 8; bit += 1) number = number & 1 ? (number >>> 1) ^ 0xedb88320 : number >>> 1;
    return number >>> 0;
  });

  /** @param {Uint8Array} bytes @returns {number} */
  word.crc = (bytes) => {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
    return (sum ^ 0xffffffff) >>> 0;
  };

  /** @param {Uint8Array} bytes @param {any} through @param {number} most @returns {Promise<Uint8Array>} */
  async function pass(bytes, through, most) {
    const reader = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(through).getReader();
    /** @type {Uint8Array[]} */
    const chunks = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > most) {
        reader.cancel().catch(() => undefined);
        throw new word.WordError("damaged");
      }
      chunks.push(value);
    }
    return join(chunks);
  }

  /** @param {Uint8Array[]} chunks */
  function join(chunks) {
    const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
    let place = 0;
    for (const chunk of chunks) {
      whole.set(chunk, place);
      place += chunk.length;
    }
    return whole;
  }

  /** Smaller, or null where this browser cannot. @param {Uint8Array} bytes @returns {Promise<Uint8Array | null>} */
  async function deflate(bytes) {
    try {
      return await pass(bytes, new CompressionStream("deflate-raw"), Infinity);
    } catch {
      return null;
    }
  }

  /** Numbers of two (s) or four (l) bytes, the smallest first. @param {[("s" | "l"), number][]} fields */
  function header(fields) {
    const bytes = new Uint8Array(fields.reduce((size, [kind]) => size + (kind === "s" ? 2 : 4), 0));
    const view = new DataView(bytes.buffer);
    let place = 0;
    for (const [kind, value] of fields) {
      if (kind === "s") view.setUint16(place, value, true);
      else view.setUint32(place, value, true);
      place += kind === "s" ? 2 : 4;
    }
    return bytes;
  }

  /** A zip of these parts, in their order, with the first date that a zip can name. @param {Record<string, string>} parts @returns {Promise<Uint8Array>} */
  word.zip = async (parts) => {
    const encoder = new TextEncoder();
    /** @type {Uint8Array[]} */
    const files = [];
    /** @type {Uint8Array[]} */
    const central = [];
    let offset = 0;
    for (const [name, text] of Object.entries(parts)) {
      const [path, bytes] = [encoder.encode(name), encoder.encode(text)];
      const packed = await deflate(bytes);
      const content = packed || bytes;
      /** @type {[("s" | "l"), number][]} */
      const shared = [["s", 20], ["s", 0x0800], ["s", packed ? 8 : 0], ["s", 0], ["s", 0x21], ["l", word.crc(bytes)], ["l", content.length], ["l", bytes.length], ["s", path.length], ["s", 0]];
      const local = header([["l", 0x04034b50], ...shared]);
      files.push(local, path, content);
      central.push(header([["l", 0x02014b50], ["s", 20], ...shared, ["s", 0], ["s", 0], ["s", 0], ["l", 0], ["l", offset]]), path);
      offset += local.length + path.length + content.length;
    }
    const size = central.reduce((sum, chunk) => sum + chunk.length, 0);
    const count = Object.keys(parts).length;
    return join([...files, ...central, header([["l", 0x06054b50], ["s", 0], ["s", 0], ["s", count], ["s", count], ["l", size], ["l", offset], ["s", 0]])]);
  };

  /**
   * The text of the parts that are asked for. Throws `WordError`.
   * @param {Uint8Array} bytes @param {(name: string) => boolean} wanted @returns {Promise<Record<string, string>>}
   */
  word.unzip = async (bytes, wanted) => {
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new word.WordError("no-word");
    if (typeof DecompressionStream === "undefined") throw new word.WordError("old");
    try {
      return await unpack(bytes, wanted);
    } catch (error) {
      throw error instanceof word.WordError ? error : new word.WordError("damaged");
    }
  };

  /** @param {Uint8Array} bytes @param {(name: string) => boolean} wanted */
  async function unpack(bytes, wanted) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    if (end < 0) throw new word.WordError("damaged");
    const count = view.getUint16(end + 10, true);
    if (count > MOST_PARTS) throw new word.WordError("damaged");
    let place = view.getUint32(end + 16, true);
    let room = MOST_BYTES;
    const decoder = new TextDecoder("utf-8");
    /** @type {Record<string, string>} */
    const found = {};
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(place, true) !== 0x02014b50) throw new word.WordError("damaged");
      const [method, sum, size] = [view.getUint16(place + 10, true), view.getUint32(place + 16, true), view.getUint32(place + 20, true)];
      const [path, extra, comment, local] = [view.getUint16(place + 28, true), view.getUint16(place + 30, true), view.getUint16(place + 32, true), view.getUint32(place + 42, true)];
      const name = decoder.decode(bytes.subarray(place + 46, place + 46 + path));
      place += 46 + path + extra + comment;
      if (!wanted(name)) continue;
      if (view.getUint16(local + 6, true) & 1) throw new word.WordError("no-word"); // under a password
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(start, start + size);
      if (packed.length !== size || (method !== 0 && method !== 8)) throw new word.WordError("damaged");
      const content = method === 8 ? await pass(packed, new DecompressionStream("deflate-raw"), room) : packed;
      if (word.crc(content) !== sum) throw new word.WordError("damaged");
      room -= content.length;
      found[name] = decoder.decode(content);
    }
    return found;
  }
})(window.gids);
