// The Swedish pipeline that an index names: trimmer-sv and stemmer-sv as the index was made with, and the words too
// common to stand in it.
(function (search, lunr) {
  'use strict';

  // Latin letters of Unicode 8 in the basic plane: without what has come since.
  const WORD = '(?![\\ua7ae\\ua7af\\ua7b8-\\ua7f6\\uab66-\\uab69\\u{10000}-\\u{10ffff}])[\\p{sc=Latin}0-9]';
  const EDGES = new RegExp(`^(?:(?!${WORD}).)+|(?:(?!${WORD}).)+$`, 'gsu');

  // Where the part begins that may be cut: after the first consonant that follows a vowel, and three letters at least.
  const REGION = /^[^aeiouyäåö]*[aeiouyäåö]+/;
  // Of alternatives the earliest match is the longest ending.
  const MAIN = /(heterna|hetens|anden|andes|andet|arens|arnas|ernas|heten|heter|ornas|ades|ande|aren|arna|arne|aste|erna|erns|orna|ade|are|ast|ens|ern|het|ad|ar|as|at|en|er|es|or|a|e|s)$/;
  const PAIR = /(dd|dt|gd|gt|kt|nn|tt)$/;
  const OTHER = /(fullt|löst|els|lig|ig)$/;

  function stem(word) {
    const start = REGION.exec(word);
    const region = Math.max(start ? start[0].length + 1 : word.length + 1, 3);
    const cut = (text, pattern) => {
      const found = region < text.length && pattern.exec(text.slice(region));
      return found ? found[1] : '';
    };
    const main = cut(word, MAIN);
    if (main !== 's' || /[bcdfghjklmnoprtvy]s$/.test(word)) word = word.slice(0, word.length - main.length);
    if (cut(word, PAIR)) word = word.slice(0, -1);
    const other = cut(word, OTHER);
    return word.slice(0, word.length - (other === 'fullt' || other === 'löst' ? 1 : other.length));
  }

  const trimmer = (token) => token.update((word) => word.replace(EDGES, ''));
  const stemmer = (token) => token.update(stem);
  lunr.Pipeline.registerFunction(trimmer, 'trimmer-sv');
  lunr.Pipeline.registerFunction(stemmer, 'stemmer-sv');

  // Verbs that questions are put with.
  search.swedishIdleWords = 'bör brukar finnas finns få får ger går gör göra heter kommer måste ska skall tar vill'.split(' ');

  search.swedishStopWords = ('alla allt att av blev bli blir blivit de dem den denna deras dess dessa det detta dig din dina ditt du där då ' +
    'efter ej eller en er era ert ett från för ha hade han hans har henne hennes hon honom hur här i icke ingen inom inte jag ju kan ' +
    'kunde man med mellan men mig min mina mitt mot mycket ni nu när någon något några och om oss på samma sedan sig sin sina sitta ' +
    'själv skulle som så sådan sådana sådant till under upp ut utan vad var vara varför varit varje vars vart vem vi vid vilka vilkas ' +
    'vilken vilket vår våra vårt än är åt över').split(' ');
})(self.traffSearch = self.traffSearch || {}, self.lunr);
