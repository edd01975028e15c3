// The pure logic of the search, on a small index written by hand.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vm = require("node:vm");

const SCRIPTS = path.join(__dirname, "..", "..", "docs", "assets", "javascripts");
const context = vm.createContext({ console });
vm.runInContext("var window = globalThis; window.gids = { search: {} };", context);
for (const part of ["query", "search"]) {
  for (const name of fs.readdirSync(path.join(SCRIPTS, part)).sort()) {
    vm.runInContext(fs.readFileSync(path.join(SCRIPTS, part, name), "utf8"), context, { filename: name });
  }
}
const { Fits, Lexicon, Ranking, Search, Stemmer, Terms, Vocabulary, readLexicon, readPlaces, shorten, typos, upperBound } = context.gids.search;
// What comes from another context has other prototypes: compare content.
const same = (actual, expected) => assert.deepEqual(JSON.parse(JSON.stringify(actual)), expected);

const RULES = {
  verbs: [["eert$", "eer"]], verb_endings: ["t"], endings: [["en", "", 3], ["s", "", 4]],
  irregular: { steden: "stad" }, stop: "de het is te wie",
};
const PIECES = {
  core: {
    directories: true,
    pages: [["", "Start", 0], ["drempels", "Drempels", 1], ["drempels/te-duur", "Te duur", 3], ["hulp", "Hulp", 5]],
    sections: 6,
    step: 1.16,
    texts: [0, 3],
    terms: ["betal", "gesin", "jeugd"],
    lexicon: "dgs",
    rules: RULES,
  },
  phrases: [[["~wie betalt dat", "gen cent"], [], [5]], [["cent"], ["geld"], []]],
  stop: "het\t 6C\nte\t 4E",
  "terms-0": "betal\tbetaalt 5BA\tbetalen 4B\ndrempel\t B\tdrempels 2M\ndur\tduur 4K\ngeld\t 6H",
  "terms-1": "gesin\tgezin 5B\tgezinnen 3BA\ninschreif\tinschrijven 5B",
  "terms-2": "jeugd\t 4B\njeugdwerk\t 3C\nsolidariteitsfond\tsolidariteitsfonds 6C\nstad\tsteden 1C\nwerk\t~ 3B",
  "lexicon-d": "AdrempelsBuur",
  "lexicon-g": "AgeldCzinnen",
  "lexicon-s": "Asolidariteitsfonds",
  "texts-0": [["", "Start", "Dit is de gids."], ["", "Drempels", "Over drempels.\nMeer."], ["jeugd", "Jeugdwerk", "Gezinnen en jeugdwerk.\nNog iets."]],
  "texts-1": [["", "Te duur", "Het is duur.\nGezinnen betalen te veel."], ["b", "Inschrijven", "Een gezin betaalt en schrijft in."], ["", "Hulp", "Geld helpt. Het betaalt."]],
};
const loaded = [];
const get = async (name) => {
  assert.ok(name in PIECES, name);
  loaded.push(name);
  return PIECES[name];
};
const search = () => new Search(PIECES.core, get);
const pages = async (text) => (await search().find(text)).hits.map(({ page }) => PIECES.core.pages[page][0]);

test("typing errors are counted, up to a limit", () => {
  assert.equal(typos("drempl", "drempel", 2), 1);
  assert.equal(typos("jeugdwrek", "jeugdwerk", 2), 1);
  assert.equal(typos("jeugd", "jeugd", 1), 0);
  assert.equal(typos("ambasadeur", "ambassadeurs", 2), 2);
  assert.equal(typos("abcdef", "uvwxyz", 2), 3);
  assert.equal(typos("kort", "langer woord", 1), 2);
});

test("places are read from steps and letters", () => {
  same(readPlaces("A2BzC10D"), { sections: [0, 2, 37, 73], impacts: [0, 1, 2, 3] });
  same(readPlaces(""), { sections: [], impacts: [] });
});

test("the lexicon is unfolded", () => same(readLexicon("AgeldCzinnenAhulp"), ["geld", "gezinnen", "hulp"]));

test("a sorted list tells how many are not after a value", () => {
  same([0, 1, 5, 9].map((value) => upperBound([1, 5, 5], value)), [0, 1, 3, 3]);
});

test("terms give the forms of a stem, and the stems that begin so", () => {
  const terms = new Terms(PIECES["terms-0"]);
  same(terms.forms("dur"), [{ form: "duur", places: { sections: [3], impacts: [10] } }]);
  same(terms.forms("d"), []);
  same(terms.forms("aaa"), []);
  same(terms.beginning("d"), ["drempel", "dur"]);
  same(terms.beginning("dur"), ["dur"]);
  same(terms.beginning("x"), []);
});

test("stems lose endings as long as one fits", () => {
  const stemmer = new Stemmer(RULES);
  same(["gezinnen", "steden", "evalueert", "drempels"].map((word) => stemmer.stem(word)), ["gesin", "stad", "efaluer", "drempel"]);
});

test("a word is found in the page that it is the title of, before pages that only use it", async () => {
  same(await pages("drempels"), ["drempels", ""]);
});

test("all words must be there when enough pages have them; else pages with most come too", async () => {
  const found = await search().find("gezinnen betalen");
  same(found.hits.map(({ page, complete }) => [page, complete]), [[2, true], [1, false], [3, false]]);
});

test("another form, the beginning, and the end of a word are found", async () => {
  same(await pages("stad"), [""]);
  same(await pages("inschr"), ["drempels/te-duur"]);
  same(await pages("werk"), ["drempels"]);
});

test("what was typed of a word may be longer than its stem", async () => same(await pages("gezinn"), ["drempels/te-duur", "drempels"]));

test("a typing error is corrected, and said", async () => {
  const found = await search().find("het is drempl");
  same(found.hits[0].page, 1);
  assert.equal(found.corrected, "het is drempels");
});

test("a word that is nowhere is found inside another, but not while somebody types", async () => {
  same(await pages("fonds"), ["hulp"]);
  same((await search().glance("fonds")).hits, []);
});

test("few letters that are nowhere are found at the end of a word, not in its middle", async () => {
  const lexicon = new Lexicon("dgs", get, new Stemmer(RULES));
  same(await lexicon.around("onds"), ["solidariteitsfond"]);
  same(await lexicon.around("dari"), []);
  same(await lexicon.around("darit"), ["solidariteitsfond"]);
});

test("only the pieces that the words need are loaded", async () => {
  loaded.length = 0;
  await search().find("duur");
  same(loaded.sort(), ["phrases", "terms-0"]);
});

test("the pieces that are asked for early are those that a search begins with", async () => {
  const { Query } = context.gids.search;
  for (const text of ["duur", "gezinnen betalen te veel", "wie betaalt", "jeugd werk", "qwertyuiop", "te", ""]) {
    const begun = [];
    const finding = search();
    finding.index.get = (name) => {
      begun.push(name);
      return new Promise(() => {});
    };
    void finding.find(text);
    same([...new Set(new Query(PIECES.core).pieces(text))].sort(), [...new Set(begun)].filter((name) => name !== "phrases").sort());
  }
});

test("what can be read before a word is typed is read then, once", async () => {
  loaded.length = 0;
  const opened = search();
  await opened.prepare();
  same(loaded, ["phrases"]);
  const vocabulary = opened.index.known;
  assert.ok(vocabulary);
  await opened.find("duur");
  assert.equal(opened.index.known, vocabulary);
});

test("the pieces of words do not wait for the vocabulary, those of the words that it adds do", async () => {
  const waiting = new Map();
  const asked = (name) => new Promise((done) => waiting.set(name, done));
  const turn = () => new Promise((done) => setTimeout(done));
  const finding = new Search(PIECES.core, asked).find("duur");
  await turn();
  same([...waiting.keys()].sort(), ["phrases", "terms-0"]);
  waiting.get("phrases")([[["dur"], ["steden"], []]]);
  await turn();
  same([...waiting.keys()].sort(), ["phrases", "terms-0", "terms-2"]);
  for (const name of ["terms-0", "terms-2"]) waiting.get(name)(PIECES[name]);
  same((await finding).hits.map(({ page }) => page), [2, 0]);
});

test("words without meaning are found when nothing else is typed", async () => same(await pages("te"), ["drempels/te-duur"]));

test("an everyday phrase leads to its place, finished or not", async () => {
  assert.equal((await pages("wie betaalt dat"))[0], "hulp");
  assert.equal((await pages("wie betaalt da"))[0], "drempels/te-duur");
  assert.equal((await pages("geen cen"))[0], "hulp");
});

test("a synonym is found by the word that the guide uses", async () => same(await pages("centen"), ["hulp"]));

test("nothing is found for nonsense, and the words that look most like it are named", async () => {
  const nonsense = search();
  same((await nonsense.find("gezimmermann")).hits, []);
  same(await nonsense.index.nearest("gezimmen"), ["gezinnen"]);
  same(await nonsense.index.nearest("xq"), []);
  same(await nonsense.index.nearest("gqwertyui"), []);
  same(await nonsense.index.nearest("qwertyuiop"), []);
});

test("words of a phrase may stand apart and in another order, if all are there", () => {
  const tokenize = (text) => text.split(" ").map((word) => ({ word, stem: word, stop: word === "de", others: [] }));
  const vocabulary = new Vocabulary([[["regels veranderen", "nota ~de raad"], [], [7]]]);
  const named = (text) => [...vocabulary.named(tokenize(text)).places.keys()];
  same(named("veranderen wij de regels"), [7]);
  same(named("raad en nota"), [7]);
  same(named("nota de raad"), [7]);
  same(named("veranderen wij"), []);
  assert.equal(vocabulary.isWord("regels"), false);
});

test("a typing error in a word that only the vocabulary has is forgiven", async () => {
  same(await pages("cnten"), ["hulp"]);
  same(await pages("cxnxxn"), []);
});

test("a participle leads to its verb when it is nowhere itself", async () => {
  same(await pages("geinschrijfd"), ["drempels/te-duur"]);
  same(await pages("gequertyd"), []);
});

test("ways to write one sound do not matter", () => {
  const { key } = context.gids.search;
  assert.equal(key("toelijding"), key("toeleiding"));
  assert.equal(key("goutbruin"), key("gautbruin"));
  assert.equal(key("analyse"), key("analise"));
  assert.notEqual(key("huis"), key("hijs"));
});

test("a compound that the guide does not have is found by its two words", async () => {
  const lexicon = new Lexicon("dgs", get, new Stemmer(RULES));
  same(await lexicon.parts("drempelgeld", () => false), ["drempel", "geld"]);
  same(await lexicon.parts("drempelsgeld", () => false), ["drempel", "geld"]);
  same(await lexicon.parts("qwertygeld", () => false), []);
  same(await lexicon.parts("centengeld", (stem) => stem === "cent"), ["cent", "geld"]);
  same((await pages("drempelsgeld")).sort(), ["", "drempels", "hulp"]);
});

test("a compound may begin with a word that is three letters as a key", async () => {
  const lexicon = new Lexicon("dgs", get, new Stemmer(RULES));
  same(await lexicon.parts("durgeld", () => false), ["dur", "geld"]);
  same(await lexicon.parts("durqwerty", () => false), []);
});

test("a compound of two known words is not taken for a word that is two typing errors away, but for one that is one away", async () => {
  const lexicon = { "lexicon-d": "AdrempelgeurAdrempelsAduur" };
  const own = (more = {}) => new Search(PIECES.core, async (name) => ({ ...PIECES, ...lexicon, ...more })[name]);
  same((await own().find("drempelgeld")).corrected, "");
  same((await own().find("drempelgeld")).hits.map(({ page }) => page).sort(), [0, 1, 3]);
  same((await own().find("drempelgeut")).corrected, "drempelgeur");
  same((await own({ "lexicon-g": "Agezinnen" }).find("drempelgeld")).corrected, "drempelgeur");
});

test("a compound that was typed as two words is found, by itself and by what the vocabulary says of it", async () => {
  const { hits, marks } = await search().glance("solidariteits fonds");
  same(hits.map(({ page, complete }) => [page, complete]), [[3, true]]);
  assert.ok(marks.stems.has("solidariteitsfond"));
  same((await search().glance("cen ten")).hits.map(({ page }) => page), [3]);
  const { index } = search();
  const pairs = (text) => index.query.pairs(index.query.tokens(text)).map(({ whole }) => whole.word);
  same(pairs("jeugd werk te duur 2.3 en ab geld"), ["jeugdwerk"]);
});

test("of a compound of which the guide only has the last word, that word is found if it is long", async () => {
  const lexicon = new Lexicon("dgs", get, new Stemmer(RULES));
  same(await lexicon.parts("qwertydrempels", () => false), ["drempel"]);
  same(await lexicon.parts("qwertygeld", () => false), []);
  same(await pages("qwertygezinnen"), ["drempels/te-duur", "drempels"]);
});

test("a question without words finds nothing", async () => same((await search().find(" ?! ")).hits, []));

test("what is shown: address, title, page above, heading, and the sentence with the words marked", async () => {
  const own = search();
  const shown = await own.show(await own.find("gezin betaalt"), 0, 1);
  same(shown, [
    {
      address: "drempels/te-duur/#b",
      title: "Te duur",
      within: "Drempels",
      heading: "Inschrijven",
      sentence: [
        { text: "Een ", marked: false },
        { text: "gezin", marked: true },
        { text: " ", marked: false },
        { text: "betaalt", marked: true },
        { text: " en schrijft in.", marked: false },
      ],
    },
  ]);
});

const shownText = async (text, query) => {
  const pieces = { ...PIECES, "texts-1": [["", "Te duur", text], ...PIECES["texts-1"].slice(1)] };
  const own = new Search(PIECES.core, async (name) => pieces[name]);
  const hits = [{ page: 2, section: 3 }];
  const [{ sentence }] = await own.presenter.show(hits, { stems: new Set([query]), beginnings: new Set(), parts: new Set() });
  return sentence.map(({ text }) => text).join("");
};

test("a short sentence is shown with those behind it, or else before it, until there is enough to read", async () => {
  const long = "Een zin van gewone lengte, die nog even doorgaat tot er genoeg staat om te lezen wat er is.";
  assert.equal(await shownText(`Eerst.\nDit gaat over hulp.\nEn zo gaat het.\n${long}\nDaarna.`, "hulp"), `Dit gaat over hulp. En zo gaat het. ${long}`);
  assert.equal(await shownText(`${long}\nWat vooraf gaat.\nTot slot iets over hulp.`, "hulp"), `${long} Wat vooraf gaat. Tot slot iets over hulp.`);
  assert.equal(await shownText("een punt\neen lijstje over hulp voor wie dat wil\nnog een\nKlaar?\nJa.", "hulp"), "een punt · een lijstje over hulp voor wie dat wil · nog een · Klaar? Ja.");
  assert.equal(await shownText(long, "hulp"), long);
  assert.equal(await shownText("", "hulp"), "");
});

test("a few words that repeat the heading are not what is shown", async () => {
  assert.equal((await shownText("Zo staat het er, in een zin die genoeg zegt over wat er op deze bladzijde te lezen valt, en meer.\nDuur 1 van 2", "dur")).slice(0, 16), "Zo staat het er,");
});

test("a word is marked as part of a longer one only if enough stands before it, and the word itself is looked for first", async () => {
  const marked = async (text) => {
    const pieces = { ...PIECES, "texts-1": [["", "Kop", text], ...PIECES["texts-1"].slice(1)] };
    const own = new Search(PIECES.core, async (name) => pieces[name]);
    const marks = { stems: new Set(["tijd", "uur"].map((word) => own.index.stemmer.stem(word))), beginnings: new Set(), parts: new Set(["teid", "werk"]) };
    const [{ sentence }] = await own.presenter.show([{ page: 2, section: 3 }], marks);
    return sentence.filter((run) => run.marked).map(({ text }) => text);
  };
  same(await marked("Altijd is het speeltijd voor wie dat heel erg graag wil, en dat gaat nog even door tot hier."), ["speeltijd"]);
  const netwerk = "Een netwerk maken vraagt veel geduld van wie eraan begint, en dat weet iedereen die het al eens deed.";
  same(await marked(`${netwerk}\nReken een uur voor deze oefening, en daarna nog een kwartier om na te praten met de groep.`), ["uur"]);
});

test("addresses are those of files when there are no folders", async () => {
  const own = new Search({ ...PIECES.core, directories: false }, get);
  const shown = await own.show(await own.find("drempels"), 0, 2);
  same(shown.map(({ address }) => address), ["drempels.html", "index.html"]);
});

test("a long sentence is cut around its first marked word", () => {
  const runs = [{ text: "woord ".repeat(60), marked: false }, { text: "hier", marked: true }, { text: " en verder".repeat(40), marked: false }];
  const cut = shorten(runs).map(({ text }) => text).join("");
  assert.ok(cut.length <= 230 && cut.startsWith("… ") && cut.endsWith(" …") && cut.includes("hier"), cut);
  same(shorten([{ text: "kort", marked: false }]), [{ text: "kort", marked: false }]);
});

test("the best of all ways counts", () => {
  const fits = new Fits(3, 2);
  fits.add({ sections: [0, 2], impacts: [1, 0] }, 1);
  fits.add({ sections: [0, 1], impacts: [0, 2] }, 1);
  same([...fits.values], [2, 4, 1]);
  same(fits.sections, [0, 2, 1]);
});

test("of two pages with the same words the one where they stand together comes first", () => {
  const ranking = new Ranking([0, 2], 4);
  const term = (sections) => {
    const fits = new Fits(4, 1);
    fits.add({ sections, impacts: sections.map(() => 0) }, 1);
    return { fits, required: true, covered: false };
  };
  same(ranking.rank([term([0, 2]), term([1, 2])], new Map()).map(({ page, section }) => [page, section]), [[1, 2], [0, 0]]);
});

test("a lexicon without the letter has nothing to offer", async () => {
  const lexicon = new Lexicon("d", get, new Stemmer(RULES));
  same(await lexicon.near("zzzzzz", false), []);
});
