// Days written in other ways: 10/10, 10 oktober, 10 okt, 2026-10-10.
(function (search) {
  'use strict';

  const pad = (number) => String(number).padStart(2, '0');

  // → a function from the words of a question to [{at, size, phrase}], the other ways to write every day that stands in it.
  function makeDates(language) {
    const months = Array.from({ length: 12 }, (_, month) => search.fold(new Date(2000, month, 15).toLocaleString(language, { month: 'long' })));
    const monthOf = (folded = '') => (folded.length > 2 ? months.findIndex((name) => name.startsWith(folded)) + 1 : 0);

    function dayAt(words, at) {
      const [, day, number] = /^(\d\d?)(?:\/(\d\d?))?$/.exec(words[at].text) || [];
      const month = number ? Number(number) : day && monthOf(words[at + 1]?.folded);
      return day && months[month - 1] ? { day: Number(day), month, size: number ? 1 : 2 } : null;
    }

    return (words) => words.flatMap((_, at) => {
      const found = dayAt(words, at);
      if (!found) return [];
      const { day, month, size } = found;
      return [`${day} ${months[month - 1]}`, `${day}/${month}`, `${pad(month)} ${pad(day)}`].map((phrase) => ({ at, size, phrase: search.readWords(phrase) }));
    });
  }

  search.makeDates = makeDates;
})(self.traffSearch = self.traffSearch || {});
