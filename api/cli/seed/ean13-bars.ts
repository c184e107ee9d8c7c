const LEFT = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
const PARITY = [
  'LLLLLL',
  'LLGLGG',
  'LLGGLG',
  'LLGGGL',
  'LGLLGG',
  'LGGLLG',
  'LGGGLL',
  'LGLGLG',
  'LGLGGL',
  'LGGLGL',
];

/** The 95 modules of an EAN-13, `1` for a bar. */
export function ean13Bars(gtin: string): string {
  const digits = [...gtin].map(Number);
  const right = (digit: number) => [...LEFT[digit]!].map((bit) => (bit === '1' ? '0' : '1')).join('');
  const mirrored = (digit: number) => [...right(digit)].toReversed().join('');
  const parity = PARITY[digits[0]!]!;
  const left = digits.slice(1, 7).map((digit, at) => (parity[at] === 'L' ? LEFT[digit]! : mirrored(digit)));
  return `101${left.join('')}01010${digits.slice(7).map(right).join('')}101`;
}
