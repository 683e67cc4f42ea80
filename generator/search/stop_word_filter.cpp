#include "search/stop_word_filter.h"

#include <algorithm>

namespace traff {

namespace {

// Both sorted by their UTF-16 units.
constexpr std::u16string_view swedish_words[] = {
    u"alla", u"allt", u"att", u"av", u"blev", u"bli", u"blir", u"blivit", u"de", u"dem", u"den", u"denna", u"deras",
    u"dess", u"dessa", u"det", u"detta", u"dig", u"din", u"dina", u"ditt", u"du", u"där", u"då", u"efter", u"ej",
    u"eller", u"en", u"er", u"era", u"ert", u"ett", u"från", u"för", u"ha", u"hade", u"han", u"hans", u"har",
    u"henne", u"hennes", u"hon", u"honom", u"hur", u"här", u"i", u"icke", u"ingen", u"inom", u"inte", u"jag", u"ju",
    u"kan", u"kunde", u"man", u"med", u"mellan", u"men", u"mig", u"min", u"mina", u"mitt", u"mot", u"mycket", u"ni",
    u"nu", u"när", u"någon", u"något", u"några", u"och", u"om", u"oss", u"på", u"samma", u"sedan", u"sig", u"sin",
    u"sina", u"sitta", u"själv", u"skulle", u"som", u"så", u"sådan", u"sådana", u"sådant", u"till", u"under", u"upp",
    u"ut", u"utan", u"vad", u"var", u"vara", u"varför", u"varit", u"varje", u"vars", u"vart", u"vem", u"vi", u"vid",
    u"vilka", u"vilkas", u"vilken", u"vilket", u"vår", u"våra", u"vårt", u"än", u"är", u"åt", u"över",
};

constexpr std::u16string_view english_words[] = {
    u"a", u"able", u"about", u"across", u"after", u"all", u"almost", u"also", u"am", u"among", u"an", u"and", u"any",
    u"are", u"as", u"at", u"be", u"because", u"been", u"but", u"by", u"can", u"cannot", u"could", u"dear", u"did",
    u"do", u"does", u"either", u"else", u"ever", u"every", u"for", u"from", u"get", u"got", u"had", u"has", u"have",
    u"he", u"her", u"hers", u"him", u"his", u"how", u"however", u"i", u"if", u"in", u"into", u"is", u"it", u"its",
    u"just", u"least", u"let", u"like", u"likely", u"may", u"me", u"might", u"most", u"must", u"my", u"neither",
    u"no", u"nor", u"not", u"of", u"off", u"often", u"on", u"only", u"or", u"other", u"our", u"own", u"rather",
    u"said", u"say", u"says", u"she", u"should", u"since", u"so", u"some", u"than", u"that", u"the", u"their",
    u"them", u"then", u"there", u"these", u"they", u"this", u"tis", u"to", u"too", u"twas", u"us", u"wants", u"was",
    u"we", u"were", u"what", u"when", u"where", u"which", u"while", u"who", u"whom", u"why", u"will", u"with",
    u"would", u"yet", u"you", u"your",
};

}  // namespace

bool is_stop_word(std::u16string_view word, Language language) {
  if (language == Language::sv) return std::binary_search(std::begin(swedish_words), std::end(swedish_words), word);
  return std::binary_search(std::begin(english_words), std::end(english_words), word);
}

}  // namespace traff
