// Medians, ratios and how figures are written.

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const medianOf = (runs, key) => median(runs.map((run) => run[key]));

// How many times as much the first costs, round by round: runs of one round had the same machine.
export const lead = (others, ours, key) => median(others.map((run, round) => run[key] / ours[round][key]));

export const seconds = (value) => (value < 0.1 ? value.toFixed(4) : value < 10 ? value.toFixed(3) : value.toFixed(1));

export function spread(runs, key) {
  const values = runs.map((run) => run[key]);
  return `${seconds(median(values))} (${seconds(Math.min(...values))}–${seconds(Math.max(...values))})`;
}

export function table(header, rows) {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => String(row[column]).length)));
  const line = (row) => row.map((cell, column) =>
    (column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]))).join("  ").trimEnd();
  return [header, ...rows].map((row) => `  ${line(row)}`).join("\n");
}
