// Swedish words in their other forms, as far as endings tell: samtal, samtalet, samtalens. All on folded words.
(function (search) {
  'use strict';

  const ENDINGS = ('a e o s r n t ar er or ir en an on et at na ena ad ade ats as es are aren arna arens arnas arnes erna ernas ern erns ' +
    'orna ornas ande anden andet andes ande ende ast aste ns ts ens ets rs ars ers ors nas enas het heten heter heterna hetens ' +
    'andets endets ing ingar ingen ingarna ning ningar ningen ningarna else elser elsen lig liga ligt ig iga igt').split(' ');
  const ENDING = new RegExp('^(?:' + ENDINGS.join('|') + ')?$');
  const SHORTEST = 3;

  const isEnding = (text) => ENDING.test(text);

  // A base as it looks before other endings: regel and regl-er, rum and rumm-et, bok and bock-er.
  function alternation(base) {
    if (/[^aeiouy]e[lnr]$/.test(base)) return base.slice(0, -2) + base.slice(-1);
    if (/[^aeiouylnr][lnr]$/.test(base)) return base.slice(0, -1) + 'e' + base.slice(-1);
    if (/(mm|nn|tt|ck)$/.test(base)) return base.endsWith('ck') ? base.slice(0, -2) + 'k' : base.slice(0, -1);
    if (/[aeiouy][mn]$/.test(base)) return base + base.slice(-1);
    if (/o[kt]$/.test(base)) return base.slice(0, -1) + (base.endsWith('k') ? 'ck' : 'tt');
    return '';
  }

  // What may be the unchanging part of a word, the longest first: {base, cost}, cost being what was cut.
  function basesOf(word) {
    const bases = [{ base: word, cost: 0 }];
    const add = (base, cost) => {
      if (base.length >= SHORTEST && /[aeiouy]/.test(base) && !bases.some((other) => other.base === base)) bases.push({ base, cost });
    };
    for (let size = 1; size <= 7 && word.length - size >= SHORTEST; size += 1) {
      if (isEnding(word.slice(-size))) add(word.slice(0, -size), size);
    }
    for (const { base, cost } of bases.slice()) {
      const other = alternation(base);
      if (other.length > SHORTEST) add(other, cost + 1);
    }
    return bases;
  }

  Object.assign(search, { basesOf, endings: ['', ...ENDINGS], isEnding });
})(self.traffSearch = self.traffSearch || {});
