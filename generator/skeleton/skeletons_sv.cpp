#include "skeleton/skeleton_kind.h"

namespace traff {

namespace {

constexpr std::string_view letter = R"(---
titel: Välkommen till nätverket
status: utkast
---

Hej!

Skriv vilka ni är, och säg att deltagaren är välkommen. Brevet går att skriva ut, så håll det till en sida.

## Våra dagar

::: program
:::

## Före första träffen

- Skriv vad deltagaren gör före första träffen, en sak på varje rad.

Med vänlig hälsning\
Nätverksledningen
)";

constexpr SkeletonRow rows[] = {
    {SkeletonKind::network, "Nätverkets namn", R"(---
titel: {title}
typ: nätverk
status: utkast
läsår: {term}
arrangör:
målgrupp:
kontakt:
sammanfattning:
---

Skriv för vem nätverket är och vad deltagaren har fått med sig när läsåret är slut.

## Det här arbetar vi med

- Skriv ett område på varje rad.

## Vad vi räknar med

Skriv hur mycket tid det tar, och vad deltagarens rektor ska veta.
)"},
    {SkeletonKind::meeting, "Temat för träffen", R"(---
status: utkast
datum:
tid: 09.00–16.00
plats:
---

# Träff {number}: {title}

## Syfte

Skriv vad deltagaren ska ha fått med sig efter träffen.

## Inför träffen

- Skriv vad deltagaren ska läsa, se eller göra före träffen, en sak på varje rad.

## Program

- 09.00 Samling (15 min)
- 09.15 Skriv vad ni gör, en punkt på varje rad
- 12.00 Lunch (60 min)
- 15.45 Utvärdering (15 min)

## Till nästa träff

Skriv vad deltagaren prövar på sin egen skola. Är det inget tar du bort rubriken.
)"},
    {SkeletonKind::assignment, "Vad redovisningen handlar om", R"(---
status: utkast
träff: {number}
form: muntligt i grupp om fyra
längd: 15–20 min
lämnas:
---

# Redovisning {letter}: {title}

Skriv kort vad deltagaren ska berätta om.

## Nuläge

- Skriv en fråga att utgå från på varje rad.

## Nästa steg

- Skriv en fråga till.
)"},
    {SkeletonKind::deck, "Presentationens titel", R"(---
titel: {title}
typ: presentation
status: utkast
träff: {number}
föreläsare:
---

# Första bilden

- Skriv högst fyra korta punkter.

Anteckningar: Skriv här vad du tänker säga. Det syns inte på duken, men alla kan läsa det på sidan.

# Andra bilden

- Varje rad som börjar med # och ett mellanslag är en ny bild.
)"},
    {SkeletonKind::literature, "Litteratur", R"(---
titel: {title}
typ: litteratur
status: utkast
---

Skriv vilken bok var och en ska skaffa och när ni läser den.

## Gemensam läsning

- Efternamn, A., & Efternamn, B. (2019). *Bokens titel*. Förlaget.

## Fördjupning

- Efternamn, A. (2017). Artikelns titel. *Tidskriften*, *12*(3), 45–67.
)"},
    {SkeletonKind::report, "Rapportens titel", R"(---
titel: {title}
typ: rapport
status: utkast
författare:
träff: {number}
---

Skriv i några meningar vad ni ville ta reda på och vad ni kom fram till.

## Bakgrund

Skriv varför ni valde frågan.

## Så gjorde vi

Skriv vad ni prövade, hur länge och med vilka. Skriv inga namn på elever.

## Vad vi såg

Skriv vad som hände och hur ni vet det.

## Slutsats

Skriv vad ni gör härnäst.
)"},
    {SkeletonKind::form, "Mallens namn", R"(---
titel: {title}
typ: mall
status: utkast
längd: 60 min
---

Skriv vad mallen är till för och när man fyller i den.

## Deltagare och roller

| Uppgift | Fyll i |
| --- | --- |
| Samtalsledare | ____ |
| Sekreterare | ____ |

## Steg

1. Skriv första steget och hur länge det får ta. (15 min)
2. Skriv nästa steg. (45 min)
)"},
    {SkeletonKind::page, "Sidans titel", R"(---
titel: {title}
status: utkast
sammanfattning:
---

Skriv det viktigaste först.

## En underrubrik

Skriv resten här.
)"},
    {SkeletonKind::statement, "Tillgänglighetsredogörelse", R"(---
titel: {title}
status: utkast
aktör:
webbplats:
förenlighet: delvis förenlig
bedömd:
metod:
kontakt:
---

## Det som inte är tillgängligt

- Skriv en brist på varje rad: vad den gäller, varför den finns och hur man får veta samma sak på ett annat sätt.

## Innehåll som vi har undantagit

Skriv vad ni har undantagit och varför, eller ta bort rubriken.
)"},
};

}  // namespace

std::span<const SkeletonRow> swedish_skeletons() { return rows; }
std::string_view swedish_letter() { return letter; }

}  // namespace traff
