// The vocabulary: inflected stems and compounds, drawn by Zipf's law with some never-seen compounds.
import { NOUN_CLASSES, VERBS_IN_AR, VERBS_IN_ER, ADJECTIVES, PREPOSITIONS, ADVERBS, JOINERS } from "./stems.mjs";

const FIXED_COMPOUNDS = 520;
const FRESH_COMPOUNDS = 0.06;

// Swedish never writes one letter three times: skiss + svar is skissvar.
function compound(first, second) {
  const stem = (first.stem + first.link + second.stem).replace(/(.)\1\1/, "$1$1");
  return { stem, endings: second.endings };
}

// Ranks 0..size-1 with the frequency 1/(rank + 2.7), as words have in running text.
class Zipf {
  #cumulative;

  constructor(size) {
    let sum = 0;
    this.#cumulative = Float64Array.from({ length: size }, (_, rank) => (sum += 1 / (rank + 2.7)));
  }

  rank(random) {
    let low = 0;
    let high = this.#cumulative.length - 1;
    const sought = random.fraction() * this.#cumulative[high];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#cumulative[middle] < sought) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

class RankedWords {
  #words;
  #ranks;

  constructor(words, random) {
    this.#words = random.shuffled(words);
    this.#ranks = new Zipf(words.length);
  }

  draw(random) {
    return this.#words[this.#ranks.rank(random)];
  }
}

export class Vocabulary {
  #stems = NOUN_CLASSES.flatMap((nounClass) => nounClass.stems.map((stem) => ({ ...nounClass, stem })));
  #nouns;
  #verbs;
  #adjectives;

  constructor(random) {
    const compounds = Array.from({ length: FIXED_COMPOUNDS }, () => this.#freshCompound(random));
    this.#nouns = new RankedWords([...this.#stems, ...compounds], random);
    this.#verbs = new RankedWords([
      ...VERBS_IN_AR.map((stem) => ({ infinitive: stem + "a", present: stem + "ar" })),
      ...VERBS_IN_ER.map((stem) => ({ infinitive: stem + "a", present: stem + "er" })),
    ], random);
    this.#adjectives = new RankedWords(ADJECTIVES, random);
  }

  #freshCompound(random) {
    return compound(random.pick(this.#stems), random.pick(this.#stems));
  }

  #noun(random, ending) {
    const { stem, endings } = random.chance(FRESH_COMPOUNDS) ? this.#freshCompound(random) : this.#nouns.draw(random);
    return stem + endings[ending];
  }

  // "en {adjective} {singular}" with words in the places of the names.
  fill(pattern, random) {
    return pattern.replace(/\{(\w+)\}/g, (_, kind) => this[kind](random));
  }

  singular(random) { return this.#noun(random, 0); }
  definite(random) { return this.#noun(random, 1); }
  plural(random) { return this.#noun(random, 2); }
  definitePlural(random) { return this.#noun(random, 3); }
  infinitive(random) { return this.#verbs.draw(random).infinitive; }
  present(random) { return this.#verbs.draw(random).present; }
  adjective(random) { return this.#adjectives.draw(random); }
  preposition(random) { return random.pick(PREPOSITIONS); }
  adverb(random) { return random.pick(ADVERBS); }
  joiner(random) { return random.pick(JOINERS); }
}
