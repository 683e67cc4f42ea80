// Dates without the machine's clock or time zone: days as whole numbers, Swedish names.

const WEEKDAYS = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];
const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
  "november", "december"];

function day(year, month, dayOfMonth) {
  const utc = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return { year, month, dayOfMonth, weekday: utc.getUTCDay() };
}

// A Monday to Friday within the given days of one month.
export function workingDay(random, year, month, first, last) {
  const days = [];
  for (let number = first; number <= last; number++) days.push(day(year, month, number));
  return random.pick(days.filter(({ weekday }) => weekday !== 0 && weekday !== 6));
}

export const longDate = ({ year, month, dayOfMonth }) => `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
export const dateWithWeekday = (date) => `${WEEKDAYS[date.weekday]} ${longDate(date)}`;
export const isoDate = ({ year, month, dayOfMonth }) =>
  [year, String(month).padStart(2, "0"), String(dayOfMonth).padStart(2, "0")].join("-");

// Five meetings of a school year, in spans of days that hold no red day in any year of this century.
export function meetingDates(random, autumn) {
  return [
    workingDay(random, autumn, 10, 1, 20),
    workingDay(random, autumn, 12, 1, 12),
    workingDay(random, autumn + 1, 1, 10, 28),
    workingDay(random, autumn + 1, 3, 1, 18),
    workingDay(random, autumn + 1, 4, 27, 29),
  ];
}

// Minutes after midnight as a Swedish clock time: 560 is 09.20.
export const clock = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}.${String(minutes % 60).padStart(2, "0")}`;
