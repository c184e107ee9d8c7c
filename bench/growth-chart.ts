/** Seconds at a number of lines. */
export interface GrowthPoint {
  lines: number;
  import: number;
  settlement: number;
  insertOnly: number;
  lateRefunds: number;
}

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 60;
const RIGHT = 170;
const TOP = 20;
const BOTTOM = 50;
const SERIES = [
  { key: 'settlement', label: 'settlement', colour: '#b3261e' },
  { key: 'import', label: 'first import', colour: '#1f5fa8' },
  { key: 'insertOnly', label: 'same insert alone', colour: '#777777' },
  { key: 'lateRefunds', label: 'late refunds on 1 %', colour: '#2e7d32' },
] as const;

/** All series over the lines as SVG, both axes logarithmic: what grows with the lines is a straight line. */
export function drawGrowth(points: readonly GrowthPoint[]): string {
  const seconds = points.flatMap((point) => SERIES.map(({ key }) => point[key]));
  const toX = scale(
    points.map(({ lines }) => lines),
    LEFT,
    WIDTH - RIGHT,
  );
  const toY = scale(seconds, HEIGHT - BOTTOM, TOP);
  const grid = [0.01, 0.1, 1, 10, 100, 1000]
    .filter((value) => value >= Math.min(...seconds) && value <= Math.max(...seconds))
    .map(
      (value) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${toY(value)}" y2="${toY(value)}" stroke="#dddddd"/><text x="${LEFT - 8}" y="${toY(value) + 4}" text-anchor="end">${value} s</text>`,
    );
  const ticks = points.map(
    ({ lines }) =>
      `<text x="${toX(lines)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${lines.toLocaleString('en')}</text>`,
  );
  const curves = SERIES.map(({ key, label, colour }) => {
    const at = points.map((point) => `${toX(point.lines)},${toY(point[key])}`);
    const last = points.at(-1)!;
    return `<polyline points="${at.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${at
      .map((place) => {
        const [x, y] = place.split(',');
        return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`;
      })
      .join(
        '',
      )}<text x="${WIDTH - RIGHT + 10}" y="${toY(last[key]) + 4}" fill="${colour}">${label} ${last[key].toFixed(1)} s</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#ffffff"/>
${[...grid, ...ticks, ...curves].join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">order lines</text></svg>
`;
}

/** A logarithmic scale from the least and the greatest value to two places, rounded to a tenth of a pixel. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => Math.round((from + ((Math.log(value) - least) / (most - least)) * (to - from)) * 10) / 10;
}
