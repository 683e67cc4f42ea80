// Random documents made of everything that has ever been got almost right, from a seed.
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = (
  "nätverk nätverket nätverkets träff träffen träffar lärare läraren lärarna samtal samtalet kollegialt kollegiala lärande " +
  "omröst löst löstes fullt hänsynsfullt möjligheterna möjlighet arbetsro hästarnas friskt bokad byggd mannen dagligen " +
  "och att det som är inte kan skulle över under ÖVER Och network networks meeting meetings running hopping falling flying " +
  "relational conditional rationalization yes yellow yearly cry say by skies ponies caresses agreed feed plastered motoring " +
  "the and about would constructor __proto__ toString hasOwnProperty valueOf _index prototype ska SKA får lgr22 2024 3:4 10:30 " +
  "a i å ö x y s ss ies sses eed ing ational ement ion ll ull rull controll xyyz syzygy yyyed pyyying aaaed generalizations"
).split(" ");

const ODD = [
  "–", "—", "&", "…", "”citat”", "(bok)", "och/eller", "14–16", "nätverk@example.org", "https://lnu.se/a?b=c#d", "it's", "’s",
  "😀", "a😀b", "😀a", "a😀", "👩‍👩‍👧", "𝐀𝐁c", "𐐀𐐨", "𝕏𝕏ed", "så", "A\u030Angstro\u0308m", "\u1E9E", "\u212A", "\u212Bngström", "\u2126",
  "İstanbul", "ΣΑΣ", "ΟΔΟΣ.", "ΑΣ'Α", "ΑΣ-Α", "ΑΣ/Α", "ﬁnal", "ﬀ", "Ⅳ", "ⅳ", "ª", "µ", "²", "½", "ı", "ŉ", "ǅ", "ß", "ẞ", "ſ",
  "привет", "ПРИВЕТ", "中文", "日本語", "שלום", "مرحبا", "ｆｕｌｌ", "ＦＵＬＬ", "\uE000", "\uF8FFa", "a\u00ADb", "a\u200Bb", "\u200D", "\u2060x",
  "a\u0085b", "a\u180Eb", "ord\u00A0ord", "ord\uFEFFord", "ord\u3000ord", "rad\nrad", "tab\ttab", "\u2028", "a\u2029b", "\u0000", "\u001F",
  "\u007F", "\"", "\\", "\\u0041", "</script>", "'", "<!--", "a_b", "_a_", "__", "-", "--", "a-b-c", "-a", "a-", ".", "..", "\u0301", "e\u0301e",
  "\uA7AE", "\uAB66", "\uA7B8", "\u1DBF", "\u2C2F", "\u10A0", "\u13A0", "\u1C90", "\uD801\uDC00x", "\u{1E900}", "\u{10FFFF}",
];

const VALUES = [null, "", " ", "-", 0, -0, 5, 5.5, -1.25, 1e21, 1e-7, 123456789012345680000, 0.1, true, false, {}, { a: 1 }, [], [[]]];
const REFS = ["10", "9", "0", "01", "4294967294", "4294967295", "-1", "1.5", "", "__proto__", "constructor", "a/b", "å", 'q"q', "\\", "😀",
  "toString", "null", "undefined", "\u2028", " ", "_index", "99999999999", "1e3"];

export class HardDocuments {
  constructor(seed) {
    this.random = randomNumbers(seed);
  }

  below(count) {
    return Math.floor(this.random() * count);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  // Any unit but surrogates alone, which JSON in UTF-8 cannot hold.
  anyCharacter() {
    const kind = this.below(4);
    if (kind === 0) return String.fromCodePoint(0x10000 + this.below(0x20000));
    const unit = kind === 1 ? this.below(0x250) : this.below(0x10000);
    return unit >= 0xd800 && unit < 0xe000 ? "a" : String.fromCharCode(unit);
  }

  word() {
    const kind = this.below(20);
    if (kind < 11) return this.pick(WORDS);
    if (kind < 14) return this.pick(ODD);
    if (kind < 15) return this.pick(WORDS) + this.pick([".", ",", "?", "!", ":", ")", "”"]);
    if (kind < 16) return this.pick(WORDS).toUpperCase();
    if (kind < 17) return this.pick(WORDS) + this.pick(WORDS);
    if (kind < 18) return this.pick(ODD) + this.pick(WORDS) + this.pick(ODD);
    if (kind < 19) return this.pick(WORDS).normalize("NFD");
    return Array.from({ length: 1 + this.below(8) }, () => this.anyCharacter()).join("");
  }

  text(most = 40) {
    return Array.from({ length: this.below(most) }, () => this.word() + this.pick([" ", " ", " ", "  ", "\n", "-", "\u00A0"])).join("");
  }

  value() {
    const kind = this.below(12);
    if (kind === 0) return this.pick(VALUES);
    if (kind === 1) return Array.from({ length: this.below(6) }, () => this.pick([this.word(), this.text(4), this.pick(VALUES)]));
    return this.text();
  }

  refs(count) {
    const refs = new Set(this.random() < 0.5 ? REFS.slice(0, this.below(REFS.length)) : []);
    while (refs.size < count) refs.add(this.random() < 0.3 ? String(this.below(500)) : `sida/${this.below(9999)}.html#å`);
    return [...refs].slice(0, count).sort(() => this.random() - 0.5);
  }

  spec() {
    const names = ["titel", "rubriker", "text", "10", "2", "å", "a b", "\"", "-1"].filter(() => this.random() < 0.4);
    const spec = { fields: names.length ? names : ["text"], languages: this.pick([["sv"], ["en"], ["sv", "en"], ["en", "sv"]]) };
    spec.fields = spec.fields.map((name) => (this.random() < 0.5 ? name : { name, boost: this.pick([0, 0.5, 1, 3, 10, -2, 0.001, 1000]) }));
    spec.ref = this.pick(["id", "ref", "nyckel"]);
    if (this.random() < 0.5) spec.metadata = this.pick([["position"], ["index"], ["fields"], ["index", "position"], ["position", "fields", "index"]]);
    if (this.random() < 0.3) spec.separator = this.pick([String.raw`[\s\-]+`, String.raw`[\s\-,:!=\[\]()"/]+|\.(?!\d)|&[lg]t;`, String.raw`\W`,
      String.raw`[^a-zåäö]`, "e", String.raw`[\s\-_/.]`, String.raw`\s|\b`, "x*", "[a-c&&b]", String.raw`[\ud800-\udbff]`, String.raw`(?!\b)(?=[A-Z][a-z])|[\s,]`]);
    if (this.random() < 0.3) spec.k1 = this.pick([0, 0.5, 1.2, 2, 100]);
    if (this.random() < 0.3) spec.b = this.pick([0, 0.3, 0.75, 1, 2, -1]);
    if (this.random() < 0.3) spec.documentBoost = "boost";
    return spec;
  }

  input(most = 12) {
    const spec = this.spec();
    const documents = this.refs(this.below(most)).map((ref) => {
      const document = { [spec.ref]: /^(0|[1-9]\d{0,8})$/.test(ref) && this.random() < 0.5 ? Number(ref) : ref };
      for (const field of spec.fields) {
        if (this.random() < 0.9) document[field.name ?? field] = this.value();
      }
      if (spec.documentBoost && this.random() < 0.5) document.boost = this.pick([0, 0.1, 1, 2.5, 1000, null]);
      return document;
    });
    return { spec, documents };
  }
}
