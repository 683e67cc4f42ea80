// Swedish stems by how they are inflected. The made-up text of the corpus is built of these alone.

const list = (text) => text.trim().split(/\s+/);

// endings: indefinite, definite, plural, definite plural. link: joins the stem to the next part of a compound.
export const NOUN_CLASSES = [
  {
    endings: ["a", "an", "or", "orna"], link: "",
    stems: list("skol fråg väck tavl flick sid trapp penn kart brygg klock kul låd lamp rut våg käll"),
  },
  {
    endings: ["", "en", "ar", "arna"], link: "",
    stems: list("dag kväll stund vän stol skog väg gång form krets slöjd ring lek strand del bänk sal vägg båt mall"),
  },
  {
    endings: ["", "en", "er", "erna"], link: "",
    stems: list(`elev grupp text metod process person termin struktur modell strategi attityd princip effekt analys
      kompetens insats period student dialog skiss rutin idé kultur`),
  },
  {
    endings: ["", "en", "er", "erna"], link: "s",
    stems: list(`situation diskussion lektion organisation relation funktion ambition tradition institution reflektion
      motivation möjlighet svårighet verksamhet trygghet frihet kunskap egenskap gemenskap nyfikenhet delaktighet`),
  },
  {
    endings: ["", "en", "ar", "arna"], link: "s",
    stems: list(`övning samling läsning skrivning planering uppföljning bedömning undervisning utbildning utveckling
      förändring förbättring förväntning fördelning prövning återkoppling handledning skattning inledning avslutning
      mätning tolkning satsning riktning ordning förhandling målsättning vägledning hållning värdering`),
  },
  {
    endings: ["", "et", "", "en"], link: "",
    stems: list(`språk ord stöd svar bord hus steg råd sätt krav prov nät blad synsätt verktyg protokoll lag mål
      intryck försök bidrag`),
  },
  {
    endings: ["", "et", "", "en"], link: "s",
    stems: list("samtal uppdrag beslut förslag resultat ledarskap lärarskap arbetslag underlag läsår klimat ansvar"),
  },
  {
    endings: ["e", "en", "e", "na"], link: "",
    stems: list("lärar ledar deltagar handledar läsar skrivar lyssnar forskar granskar medarbetar talar utredar"),
  },
];

// Without the last letters: "pröv" is pröva, prövar; "läs" is läsa, läser.
export const VERBS_IN_AR = list(`pröv planer gransk utveckl förklar öv vis saml fördel beton öppn ändr ordn påverk förankr
  utman värder välkomn samtal redovis formuler utforsk lyssn anteckn tolk`);
export const VERBS_IN_ER = list("läs skriv bygg led följ välj möt hjälp sprid lös driv ställ stärk fördjup använd behöv");
export const ADJECTIVES = list(`tydlig viktig trygg svår lång ny ovanlig gemensam ansvarsfull målmedveten lugn klok kort
  möjlig värdefull hållbar noggrann ömsesidig praktisk kollegial pedagogisk språklig ärlig ständig skriftlig muntlig
  årlig daglig händelserik rättvis öppenhjärtig tålmodig`);

export const PREPOSITIONS = list("i på för med om från till under mellan genom utan inom efter kring mot vid");
export const ADVERBS = list("ofta sällan gärna redan ändå också alltid numera särskilt först sedan därför ibland nästan");
export const JOINERS = list("och men eftersom när om medan så");
