// The index as lunr.js itself builds it from the same {spec, documents}.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
export const lunr = require("lunr");
require("lunr-languages/lunr.stemmer.support")(lunr);
require("lunr-languages/lunr.multi")(lunr);
require("lunr-languages/lunr.sv")(lunr);

const STANDARD_SEPARATOR = lunr.tokenizer.separator;
const WARN = lunr.utils.warn;

function languagePlugin(languages) {
  const names = languages.join("+");
  if (names === "en") return () => {};
  return names === "sv" ? lunr.sv : lunr.multiLanguage(...languages);
}

export function buildIndex({ spec, documents }) {
  lunr.utils.warn = () => {}; // each call of multiLanguage registers its trimmer anew
  lunr.tokenizer.separator = spec.separator === undefined ? STANDARD_SEPARATOR : new RegExp(spec.separator);
  const builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.use(languagePlugin(spec.languages ?? ["sv"]));
  lunr.utils.warn = WARN;
  builder.ref(spec.ref ?? "id");
  for (const field of spec.fields) {
    if (typeof field === "string") builder.field(field);
    else builder.field(field.name, { boost: field.boost });
  }
  if (spec.metadata) builder.metadataWhitelist = spec.metadata;
  if (spec.k1 !== undefined) builder.k1(spec.k1);
  if (spec.b !== undefined) builder.b(spec.b);
  for (const document of documents) builder.add(document, { boost: document[spec.documentBoost] });
  return builder.build();
}

export const referenceBytes = (input) => JSON.stringify(buildIndex(input));
