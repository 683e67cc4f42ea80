// The engine behind a port: a page hands it what it has and asks; in a worker when the index is large, so that typing
// never waits.
(function (search) {
  'use strict';

  function serve(port) {
    let engine = null;
    const does = {
      start: ({ manifest, words }) => { engine = search.makeEngine(manifest, words); },
      index: ({ text, number }) => engine.addIndex(JSON.parse(text), number),
      vocabulary: ({ text }) => engine.addVocabulary(text),
      ask: ({ question }) => engine.answer(question),
    };
    port.onmessage = ({ data }) => {
      try {
        port.postMessage({ id: data.id, answer: does[data.what](data) });
      } catch (error) {
        port.postMessage({ id: data.id, failed: String(error) });
      }
    };
  }

  search.serve = serve;
})(self.traffSearch = self.traffSearch || {});
