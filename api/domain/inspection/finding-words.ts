type Values = Readonly<Record<string, string>>;
type Say = (values: Values) => readonly [zh: string, en: string];

const say =
  (zh: string, en: string): Say =>
  () => [zh, en];

const whereZh = ({ where }: Values) => (where === 'sealed' ? '封样' : '抽检件');
const whereEn = ({ where }: Values) => (where === 'sealed' ? 'the sample' : 'the unit');

/** `增加 酒精；减少 香精`: only what there is. */
const list = (values: Values, names: Readonly<Record<string, string>>, comma: string): string =>
  Object.entries(names)
    .filter(([key]) => values[key])
    .map(([key, name]) => `${name} ${values[key]}`)
    .join(comma);

/** What each finding is called. It speaks of what was written down or measured, never of the goods being genuine. */
export const FINDING_WORDS = {
  same: say('与封样记录一致', 'as recorded of the sample'),
  written_otherwise: say('写法不同，含义一致', 'written otherwise, of the same meaning'),
  text_differs: say('与封样不一致', 'differs from the sample'),
  on_neither: say('封样与抽检件上均无', 'on neither of the two'),
  not_sealed: say('封样时未记录，无法比对', 'not recorded of the sample: cannot be compared'),
  not_recorded: say('本件未记录，无法比对', 'not recorded of the unit: cannot be compared'),
  not_on_sample: say('封样上没有，抽检件上有', 'not on the sample, on the unit'),
  not_on_unit: say('封样上有，抽检件上没有', 'on the sample, not on the unit'),
  not_a_quantity: (values) => [
    `${whereZh(values)}的数值或单位无法识别`,
    `no quantity with a known unit was read of ${whereEn(values)}`,
  ],
  other_dimension: say('两者单位种类不同，无法比对', 'the units are of different kinds: cannot be compared'),
  within_house_tolerance: ({ difference }) => [
    `相差 ${difference}，在本机构自定容差内`,
    `differs by ${difference}, within this house's own tolerance`,
  ],
  beyond_house_tolerance: ({ difference }) => [
    `相差 ${difference}，超出本机构自定容差`,
    `differs by ${difference}, beyond this house's own tolerance`,
  ],
  net_content_differs: ({ sealed, shipped }) => [
    `标注净含量由 ${sealed} 变为 ${shipped}`,
    `the declared net content was ${sealed} and is ${shipped}`,
  ],
  pieces_differ: ({ sealed, shipped }) => [
    `总量相同，件数由 ${sealed} 变为 ${shipped}`,
    `as much in all, but ${shipped} where it was ${sealed}`,
  ],
  holds_what_it_declares: say('实测不少于标注', 'holds no less than it declares'),
  no_permitted_shortage: say(
    '允许短缺量表未覆盖，无法判断',
    'the table of permitted shortages does not cover it',
  ),
  within_permitted_shortage: ({ shortage, permitted, rule }) => [
    `短缺 ${shortage}，未超过允许短缺量 ${permitted}（${rule}，转载来源）`,
    `short by ${shortage}, no more than the permitted ${permitted} (${rule}, from a reprint)`,
  ],
  beyond_permitted_shortage: ({ shortage, permitted, rule }) => [
    `短缺 ${shortage}，超过允许短缺量 ${permitted}（${rule}，转载来源）`,
    `short by ${shortage}, more than the permitted ${permitted} (${rule}, from a reprint)`,
  ],
  no_ingredients: (values) => [
    `${whereZh(values)}未读到成分`,
    `no ingredient was read of ${whereEn(values)}`,
  ],
  ingredients_differ: (values) => [
    list(values, { added: '增加', removed: '减少', movedUp: '前移', movedDown: '后移' }, '；'),
    list(values, { added: 'added', removed: 'removed', movedUp: 'moved up', movedDown: 'moved down' }, '; '),
  ],
  marks_differ: (values) => [
    list(values, { missing: '缺少', extra: '多出' }, '；'),
    list(values, { missing: 'missing', extra: 'extra' }, '; '),
  ],
  not_a_gtin: (values) => [
    `${whereZh(values)}的条码校验位不符，可能读错或录错`,
    `the barcode of ${whereEn(values)} fails its check digit: misread or mistyped`,
  ],
  gtin_in_another_form: say('同一商品条码的不同写法', 'one barcode in another form'),
  other_gtin: say('商品条码不同', 'another barcode'),
  other_package_level: say('同一商品的不同包装层级（如箱码）', 'the same item at another level of packing'),
  not_a_shelf_life: (values) => [
    `${whereZh(values)}的保质期无法识别`,
    `no shelf life was read of ${whereEn(values)}`,
  ],
  not_a_day: say('日期无法识别', 'a day could not be read'),
  no_days_recorded: say('未记录生产日期与限用日期', 'neither the day of making nor the last day is recorded'),
  shelf_life_differs: ({ sealed, shipped }) => [
    `保质期由 ${sealed} 变为 ${shipped}`,
    `the shelf life was ${sealed} and is ${shipped}`,
  ],
  past_its_day: ({ expiresOn }) => [`已于 ${expiresOn} 到期`, `ended on ${expiresOn}`],
  produced_in_the_future: ({ producedOn }) => [
    `生产日期 ${producedOn} 晚于检验日`,
    `made on ${producedOn}, after the inspection`,
  ],
  expiry_does_not_follow: ({ producedOn, expiresOn }) => [
    `生产日期 ${producedOn} 加保质期与到期日 ${expiresOn} 不符`,
    `${expiresOn} does not follow from ${producedOn} and the shelf life`,
  ],
  too_little_left: ({ daysLeft, daysWhole }) => [
    `剩余 ${daysLeft} 天（共 ${daysWhole} 天），少于本机构要求`,
    `${daysLeft} of ${daysWhole} days are left, fewer than this house asks for`,
  ],
  enough_left: ({ daysLeft, daysWhole }) => [
    `剩余 ${daysLeft} 天（共 ${daysWhole} 天）`,
    `${daysLeft} of ${daysWhole} days are left`,
  ],
} satisfies Record<string, Say>;

export type FindingCode = keyof typeof FINDING_WORDS;

/** A finding in both languages. */
export function sayFinding({ code, values }: { code: FindingCode; values: Values }): {
  zh: string;
  en: string;
} {
  const [zh, en] = (FINDING_WORDS[code] as Say)(values);
  return { zh, en };
}
