/** A quantity of a folded text with plain numbers. Money in whole fen; durations in days, hours in hours. */
export type Quantity =
  | { kind: 'money'; amountFen: number; at: number }
  | { kind: 'times'; value: number; at: number }
  | { kind: 'percent'; value: number; at: number }
  | {
      kind: 'duration';
      days: number;
      unit: 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year';
      value: number;
      at: number;
    }
  | { kind: 'hours'; value: number; at: number }
  | { kind: 'age'; value: number; at: number }
  | { kind: 'count'; value: number; at: number };

const NUMBER = '(\\d+(?:\\.\\d+)?)';
const MONEY = new RegExp(
  `(?:(?:rmb|cny|usd|us\\$|[¥￥$]) ?${NUMBER}(万)?)|${NUMBER}(?:余|多)?(?: ?(?:元|块|圆|美元|yuan|rmb|cny|dollars|usd))`,
  'g',
);
const OTHERS: [RegExp, (value: number, at: number) => Quantity][] = [
  [new RegExp(`${NUMBER} ?(?:倍|times|x(?= the))`, 'g'), (value, at) => ({ kind: 'times', value, at })],
  [new RegExp(`${NUMBER}%`, 'g'), (value, at) => ({ kind: 'percent', value, at })],
  [
    new RegExp(`${NUMBER} ?(?:周岁|岁|years? (?:of age|old))`, 'g'),
    (value, at) => ({ kind: 'age', value, at }),
  ],
  [
    new RegExp(`${NUMBER} ?(?:年|years?\\b)(?! (?:of age|old))`, 'g'),
    (value, at) => duration(value, 'year', 365, at),
  ],
  [new RegExp(`${NUMBER} ?(?:个?季度|quarters?\\b)`, 'g'), (value, at) => duration(value, 'quarter', 91, at)],
  [
    new RegExp(`${NUMBER} ?(?:个(?:自然|日历|整)?月|(?:calendar )?months?\\b)`, 'g'),
    (value, at) => duration(value, 'month', 30, at),
  ],
  [
    new RegExp(`${NUMBER} ?(?:个?星期|周(?!岁)|weeks?\\b)`, 'g'),
    (value, at) => duration(value, 'week', 7, at),
  ],
  [
    new RegExp(`${NUMBER} ?(?:个?工作日|(?:working|business) days?\\b)`, 'g'),
    (value, at) => duration(value, 'workday', 1.4, at),
  ],
  [
    new RegExp(`${NUMBER} ?(?:个?自然日|日|天|(?:calendar )?days?\\b)`, 'g'),
    (value, at) => duration(value, 'day', 1, at),
  ],
  [
    new RegExp(`${NUMBER} ?(?:个?小时|hours?\\b|hrs?\\b)`, 'g'),
    (value, at) => ({ kind: 'hours', value, at }),
  ],
  [new RegExp(`${NUMBER} ?(?:次|场|期|人|名|条)`, 'g'), (value, at) => ({ kind: 'count', value, at })],
];

/** Every quantity of the text in order of place. */
export function readQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(MONEY)) {
    const yuan = Number(match[1] ?? match[3]) * (match[2] ? 10_000 : 1);
    found.push({ kind: 'money', amountFen: Math.round(yuan * 100), at: match.index });
  }
  for (const [pattern, make] of OTHERS)
    for (const match of text.matchAll(pattern)) found.push(make(Number(match[1]), match.index));
  return found.sort((a, b) => a.at - b.at);
}

function duration(
  value: number,
  unit: 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year',
  daysEach: number,
  at: number,
): Quantity {
  return { kind: 'duration', value, unit, days: Math.round(value * daysEach), at };
}
