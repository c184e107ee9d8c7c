const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];

/**
 * An amount of fen in the capitals of cheques and payment papers (人民币大写), as the rules for filling in payment
 * instruments ask: 整 after 元 or 角, one 零 for any run of zeros inside, none at the end of a group.
 * `140950` → `壹仟肆佰零玖元伍角整`. Throws RangeError on a negative or broken amount: nobody pays one.
 */
export function toChineseAmount(amountFen: number): string {
  if (!Number.isSafeInteger(amountFen) || amountFen < 0)
    throw new RangeError(`not an amount to pay: ${amountFen} fen`);
  const cents = amountFen % 100;
  const yuan = (amountFen - cents) / 100;
  const jiao = Math.floor(cents / 10);
  const fen = cents % 10;
  const whole = yuan > 0 ? `${sayYuan(yuan)}元` : '';
  if (cents === 0) return `${whole || '零元'}整`;
  // A zero where the yuan's or the jiao's place is empty, so that nothing can be written in between.
  const needsZero = whole !== '' && (jiao === 0 || yuan % 10 === 0);
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : '';
  return `${whole}${needsZero ? '零' : ''}${tenths}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
}

/** Groups of four digits: …万亿, …亿, …万, … */
function sayYuan(yuan: number): string {
  const groups = [1_000_000_000_000, 100_000_000, 10_000, 1].map((unit) => Math.floor(yuan / unit) % 10_000);
  let said = '';
  let hasGap = false;
  groups.forEach((group, index) => {
    if (group > 0) {
      const opensWithZero = said !== '' && (hasGap || group < 1000);
      said += `${opensWithZero ? '零' : ''}${sayGroup(group)}${index % 2 === 0 ? '万' : ''}`;
    }
    // 亿 is said of the group above it too: 玖拾万亿.
    if (index === 1 && said !== '') said += '亿';
    hasGap = group === 0;
  });
  return said;
}

function sayGroup(group: number): string {
  let said = '';
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit > 0) said += `${DIGITS[digit]}${PLACES[place]}`;
    else if (said !== '' && group % 10 ** place > 0 && !said.endsWith('零')) said += '零';
  }
  return said;
}
