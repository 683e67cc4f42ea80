// Every code there is, and how many arguments its message has. Its words are a row of the catalogue.
#pragma once

#include "base/message.h"

namespace traff::code {

// T: characters and words.
inline constexpr MessageCode<1> T2{"T2"};
inline constexpr MessageCode<3> T4{"T4"};
inline constexpr MessageCode<2> T6{"T6"};
inline constexpr MessageCode<2> T7{"T7"};
inline constexpr MessageCode<4> T8{"T8"};
inline constexpr MessageCode<0> T13{"T13"};
inline constexpr MessageCode<1> T15{"T15"};

// S: the structure of a page.
inline constexpr MessageCode<1> S1{"S1"};
inline constexpr MessageCode<4> S2{"S2"};
inline constexpr MessageCode<1> S4{"S4"};
inline constexpr MessageCode<4> S7{"S7"};
inline constexpr MessageCode<1> S9{"S9"};
inline constexpr MessageCode<1> S12{"S12"};
inline constexpr MessageCode<2> S13{"S13"};
inline constexpr MessageCode<2> S14{"S14"};
inline constexpr MessageCode<1> S15{"S15"};
inline constexpr MessageCode<1> S16{"S16"};
inline constexpr MessageCode<2> S17{"S17"};
inline constexpr MessageCode<2> S19{"S19"};
inline constexpr MessageCode<1> S20{"S20"};
inline constexpr MessageCode<0> S21{"S21"};
inline constexpr MessageCode<2> S22{"S22"};
inline constexpr MessageCode<2> S23{"S23"};
inline constexpr MessageCode<2> S24{"S24"};
inline constexpr MessageCode<1> S25{"S25"};
inline constexpr MessageCode<0> S26{"S26"};
inline constexpr MessageCode<1> S27{"S27"};
inline constexpr MessageCode<2> S28{"S28"};
inline constexpr MessageCode<0> S29{"S29"};
inline constexpr MessageCode<0> S30{"S30"};
inline constexpr MessageCode<2> S31{"S31"};
inline constexpr MessageCode<2> S32{"S32"};
inline constexpr MessageCode<2> S33{"S33"};
inline constexpr MessageCode<0> S34{"S34"};
inline constexpr MessageCode<2> S35{"S35"};
inline constexpr MessageCode<1> S36{"S36"};
inline constexpr MessageCode<1> S37{"S37"};
inline constexpr MessageCode<1> S40{"S40"};
inline constexpr MessageCode<1> S41{"S41"};
inline constexpr MessageCode<0> S42{"S42"};
inline constexpr MessageCode<0> S43{"S43"};
inline constexpr MessageCode<2> S44{"S44"};
inline constexpr MessageCode<4> S45{"S45"};
inline constexpr MessageCode<1> S46{"S46"};

// F: dates, times and keys.
inline constexpr MessageCode<3> F1{"F1"};
inline constexpr MessageCode<1> F2{"F2"};
inline constexpr MessageCode<1> F3{"F3"};
inline constexpr MessageCode<3> F4{"F4"};
inline constexpr MessageCode<2> F5{"F5"};
inline constexpr MessageCode<2> F6{"F6"};
inline constexpr MessageCode<2> F7{"F7"};
inline constexpr MessageCode<1> F8{"F8"};
inline constexpr MessageCode<0> F9{"F9"};
inline constexpr MessageCode<5> F10{"F10"};
inline constexpr MessageCode<0> F11{"F11"};
inline constexpr MessageCode<1> F12{"F12"};
inline constexpr MessageCode<2> F13{"F13"};
inline constexpr MessageCode<2> F14{"F14"};
inline constexpr MessageCode<2> F15{"F15"};
inline constexpr MessageCode<1> F16{"F16"};
inline constexpr MessageCode<2> F17{"F17"};
inline constexpr MessageCode<0> F18{"F18"};
inline constexpr MessageCode<1> F20{"F20"};
inline constexpr MessageCode<2> F24{"F24"};
inline constexpr MessageCode<1> F25{"F25"};
inline constexpr MessageCode<1> F26{"F26"};
inline constexpr MessageCode<2> F30{"F30"};
inline constexpr MessageCode<1> F31{"F31"};
inline constexpr MessageCode<1> F32{"F32"};
inline constexpr MessageCode<2> F33{"F33"};
inline constexpr MessageCode<2> F34{"F34"};
inline constexpr MessageCode<1> F35{"F35"};
inline constexpr MessageCode<1> F36{"F36"};
inline constexpr MessageCode<2> F40{"F40"};
inline constexpr MessageCode<2> F45{"F45"};
inline constexpr MessageCode<1> F46{"F46"};
inline constexpr MessageCode<1> F47{"F47"};
inline constexpr MessageCode<2> F55{"F55"};
inline constexpr MessageCode<3> F56{"F56"};
inline constexpr MessageCode<1> F57{"F57"};
inline constexpr MessageCode<2> F58{"F58"};
inline constexpr MessageCode<1> F59{"F59"};
inline constexpr MessageCode<1> F60{"F60"};
inline constexpr MessageCode<1> F61{"F61"};
inline constexpr MessageCode<1> F62{"F62"};
inline constexpr MessageCode<1> F63{"F63"};
inline constexpr MessageCode<2> F64{"F64"};
inline constexpr MessageCode<1> F65{"F65"};
inline constexpr MessageCode<1> F66{"F66"};
inline constexpr MessageCode<1> F67{"F67"};
inline constexpr MessageCode<1> F68{"F68"};
inline constexpr MessageCode<1> F69{"F69"};

// L: links and images.
inline constexpr MessageCode<2> L1{"L1"};
inline constexpr MessageCode<2> L2{"L2"};
inline constexpr MessageCode<1> L3{"L3"};
inline constexpr MessageCode<2> L4{"L4"};
inline constexpr MessageCode<1> L5{"L5"};
inline constexpr MessageCode<1> L6{"L6"};
inline constexpr MessageCode<1> L7{"L7"};
inline constexpr MessageCode<2> L8{"L8"};

// P: paths and files.
inline constexpr MessageCode<2> P1{"P1"};
inline constexpr MessageCode<1> P2{"P2"};
inline constexpr MessageCode<2> P3{"P3"};
inline constexpr MessageCode<0> P4{"P4"};
inline constexpr MessageCode<1> P5{"P5"};
inline constexpr MessageCode<1> P6{"P6"};
inline constexpr MessageCode<1> P7{"P7"};
inline constexpr MessageCode<2> P8{"P8"};
inline constexpr MessageCode<3> P9{"P9"};
inline constexpr MessageCode<1> P12{"P12"};
inline constexpr MessageCode<1> P13{"P13"};
inline constexpr MessageCode<1> P14{"P14"};
inline constexpr MessageCode<1> P15{"P15"};

// B: what is too large.
inline constexpr MessageCode<0> B1{"B1"};
inline constexpr MessageCode<0> B2{"B2"};
inline constexpr MessageCode<0> B3{"B3"};
inline constexpr MessageCode<0> B4{"B4"};
inline constexpr MessageCode<0> B5{"B5"};
inline constexpr MessageCode<0> B6{"B6"};
inline constexpr MessageCode<0> B7{"B7"};
inline constexpr MessageCode<0> B8{"B8"};
inline constexpr MessageCode<0> B9{"B9"};
inline constexpr MessageCode<0> B10{"B10"};
inline constexpr MessageCode<1> B11{"B11"};
inline constexpr MessageCode<0> B12{"B12"};

// A: the accessibility statement.
inline constexpr MessageCode<1> A1{"A1"};
inline constexpr MessageCode<1> A2{"A2"};
inline constexpr MessageCode<1> A3{"A3"};
inline constexpr MessageCode<1> A4{"A4"};
inline constexpr MessageCode<0> A5{"A5"};

// M: the theme.
inline constexpr MessageCode<1> M1{"M1"};
inline constexpr MessageCode<3> M2{"M2"};
inline constexpr MessageCode<2> M3{"M3"};
inline constexpr MessageCode<2> M4{"M4"};
inline constexpr MessageCode<2> M5{"M5"};
inline constexpr MessageCode<1> M6{"M6"};
inline constexpr MessageCode<2> M7{"M7"};
inline constexpr MessageCode<2> M8{"M8"};

// G: what git knows.
inline constexpr MessageCode<1> G1{"G1"};

// U: what should not be spread.
inline constexpr MessageCode<1> U1{"U1"};
inline constexpr MessageCode<1> U2{"U2"};
inline constexpr MessageCode<1> U3{"U3"};
inline constexpr MessageCode<0> U4{"U4"};
inline constexpr MessageCode<1> U5{"U5"};
inline constexpr MessageCode<1> U6{"U6"};
inline constexpr MessageCode<1> U7{"U7"};
inline constexpr MessageCode<1> U8{"U8"};
inline constexpr MessageCode<1> U9{"U9"};

// R: literature and citations.
inline constexpr MessageCode<1> R1{"R1"};
inline constexpr MessageCode<2> R2{"R2"};
inline constexpr MessageCode<2> R3{"R3"};
inline constexpr MessageCode<2> R4{"R4"};
inline constexpr MessageCode<1> R5{"R5"};
inline constexpr MessageCode<2> R6{"R6"};
inline constexpr MessageCode<1> R7{"R7"};
inline constexpr MessageCode<1> R8{"R8"};
inline constexpr MessageCode<1> R9{"R9"};
inline constexpr MessageCode<1> R10{"R10"};

// W: the world failed.
inline constexpr MessageCode<2> W1{"W1"};
inline constexpr MessageCode<2> W2{"W2"};
inline constexpr MessageCode<2> W3{"W3"};
inline constexpr MessageCode<2> W4{"W4"};
inline constexpr MessageCode<3> W5{"W5"};
inline constexpr MessageCode<1> W10{"W10"};
inline constexpr MessageCode<1> W11{"W11"};
inline constexpr MessageCode<1> W12{"W12"};
inline constexpr MessageCode<3> W13{"W13"};
inline constexpr MessageCode<1> W14{"W14"};
inline constexpr MessageCode<2> W15{"W15"};
inline constexpr MessageCode<2> W16{"W16"};
inline constexpr MessageCode<1> W17{"W17"};
inline constexpr MessageCode<2> W18{"W18"};
inline constexpr MessageCode<2> W19{"W19"};
inline constexpr MessageCode<2> W20{"W20"};
inline constexpr MessageCode<1> W21{"W21"};
inline constexpr MessageCode<1> W22{"W22"};
inline constexpr MessageCode<3> W23{"W23"};
inline constexpr MessageCode<3> W24{"W24"};
inline constexpr MessageCode<1> W25{"W25"};
inline constexpr MessageCode<0> W26{"W26"};
inline constexpr MessageCode<1> W27{"W27"};
inline constexpr MessageCode<2> W28{"W28"};
inline constexpr MessageCode<1> W29{"W29"};
inline constexpr MessageCode<1> W30{"W30"};
inline constexpr MessageCode<1> W40{"W40"};
inline constexpr MessageCode<2> W41{"W41"};
inline constexpr MessageCode<1> W50{"W50"};
inline constexpr MessageCode<1> W51{"W51"};
inline constexpr MessageCode<2> W52{"W52"};
inline constexpr MessageCode<2> W53{"W53"};
inline constexpr MessageCode<1> W54{"W54"};
inline constexpr MessageCode<1> W55{"W55"};
inline constexpr MessageCode<2> W56{"W56"};
inline constexpr MessageCode<1> W57{"W57"};
inline constexpr MessageCode<0> W58{"W58"};
inline constexpr MessageCode<2> W60{"W60"};
inline constexpr MessageCode<3> W61{"W61"};
inline constexpr MessageCode<2> W62{"W62"};
inline constexpr MessageCode<1> W63{"W63"};
inline constexpr MessageCode<2> W64{"W64"};
inline constexpr MessageCode<2> W65{"W65"};
inline constexpr MessageCode<2> W66{"W66"};
inline constexpr MessageCode<1> W70{"W70"};
inline constexpr MessageCode<1> W80{"W80"};
inline constexpr MessageCode<1> W81{"W81"};
inline constexpr MessageCode<1> W82{"W82"};
inline constexpr MessageCode<1> W83{"W83"};
inline constexpr MessageCode<1> W84{"W84"};
inline constexpr MessageCode<1> W85{"W85"};
inline constexpr MessageCode<1> W86{"W86"};
inline constexpr MessageCode<2> W87{"W87"};
inline constexpr MessageCode<2> W88{"W88"};
inline constexpr MessageCode<1> W90{"W90"};
inline constexpr MessageCode<2> W91{"W91"};
inline constexpr MessageCode<3> W92{"W92"};
inline constexpr MessageCode<1> W93{"W93"};
inline constexpr MessageCode<4> W94{"W94"};
inline constexpr MessageCode<2> W95{"W95"};
inline constexpr MessageCode<1> W96{"W96"};
inline constexpr MessageCode<4> W97{"W97"};
inline constexpr MessageCode<2> W98{"W98"};
inline constexpr MessageCode<0> W99{"W99"};

}  // namespace traff::code
