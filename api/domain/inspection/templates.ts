import type { AttributeRule, Comparator, Criticality } from './comparison.ts';

export const CATEGORIES = ['cosmetics', 'food', 'jewellery', 'clothing', 'household'] as const;
export type Category = (typeof CATEGORIES)[number];

const text: Comparator = { by: 'text' };
const list: Comparator = { by: 'ingredients' };
const marks: Comparator = { by: 'marks' };
const gtin: Comparator = { by: 'gtin' };
const netContent: Comparator = { by: 'net_content' };
const measuredContent: Comparator = { by: 'measured_content', declaredIn: 'netContent' };
/** Half of its life left when it ships, and tolerances of measures: this house's own rule, no law's. */
const shelfLife: Comparator = {
  by: 'shelf_life',
  producedIn: 'producedOn',
  expiresIn: 'expiresOn',
  minimumLeftBps: 5_000,
};
const within = (quantity: string): Comparator => ({
  by: 'number',
  tolerance: { kind: 'absolute', quantity },
});
const withinShare = (bps: number): Comparator => ({ by: 'number', tolerance: { kind: 'share', bps } });

const rule = (
  criticality: Criticality,
  attribute: string,
  zh: string,
  en: string,
  comparator: Comparator,
): AttributeRule => ({ attribute, name: { zh, en }, criticality, comparator, isOptional: false });

const optional = (...of: Parameters<typeof rule>): AttributeRule => ({ ...rule(...of), isOptional: true });

/** What says whose goods these are, in every category. */
const IDENTITY = [
  rule('critical', 'name', '品名', 'Name', text),
  rule('critical', 'brand', '品牌', 'Brand', text),
];
const ORIGIN = [
  rule('major', 'maker', '生产企业', 'Maker', text),
  rule('major', 'origin', '产地', 'Origin', text),
];
/** What is eaten or put on skin: content and days are law, and a swap shows in them. */
const CONSUMED = [
  rule('critical', 'gtin', '商品条码', 'Barcode', gtin),
  rule('critical', 'netContent', '标注净含量', 'Declared net content', netContent),
  optional('major', 'measuredContent', '实测净含量', 'Measured net content', measuredContent),
  rule('major', 'shelfLife', '保质期', 'Shelf life', shelfLife),
];
const SIZES = [
  optional('minor', 'length', '长', 'Length', within('0.5 cm')),
  optional('minor', 'width', '宽', 'Width', within('0.5 cm')),
  optional('minor', 'height', '高', 'Height', within('0.5 cm')),
];

/**
 * What is written down of a sealed sample and of each unit, and how it is compared. Batch and seal number are recorded
 * with the sample and the unit, never compared: an honest lot has a batch of its own.
 */
export const TEMPLATES: Record<Category, readonly AttributeRule[]> = {
  cosmetics: [
    ...IDENTITY,
    ...CONSUMED,
    rule('critical', 'ingredients', '全成分', 'Ingredients', list),
    rule('critical', 'filingNumber', '备案或注册编号', 'Filing or registration number', text),
    rule('major', 'licenceNumber', '生产许可证号', 'Production licence', text),
    ...ORIGIN,
    rule('major', 'spec', '规格或色号', 'Variant or shade', text),
    optional('minor', 'colour', '外观颜色', 'Colour', text),
    optional('minor', 'marks', '包装标志', 'Marks on the pack', marks),
  ],
  food: [
    ...IDENTITY,
    ...CONSUMED,
    rule('critical', 'ingredients', '配料表', 'Ingredients', list),
    rule('critical', 'licenceNumber', '食品生产许可证编号', 'Food production licence', text),
    rule('major', 'standardNumber', '执行标准', 'Product standard', text),
    ...ORIGIN,
    rule('major', 'spec', '规格或口味', 'Variant or flavour', text),
    optional('major', 'marks', '认证标志', 'Certification marks', marks),
    optional('minor', 'storage', '贮存条件', 'Storage', text),
  ],
  jewellery: [
    ...IDENTITY,
    rule('critical', 'fineness', '材质及成色', 'Material and fineness', text),
    rule('critical', 'marks', '印记', 'Hallmarks', marks),
    optional('critical', 'stone', '主石', 'Main stone', text),
    rule('major', 'weight', '质量', 'Weight', within('0.01 g')),
    optional('major', 'stoneWeight', '主石质量', 'Weight of the main stone', within('0.005 克拉')),
    optional('major', 'certificateIssuer', '鉴定机构', 'Certificate issued by', text),
    optional('major', 'gtin', '商品条码', 'Barcode', gtin),
    ...ORIGIN,
    optional('minor', 'size', '尺寸或圈口', 'Size', within('0.5 mm')),
    optional('minor', 'colour', '颜色', 'Colour', text),
  ],
  clothing: [
    ...IDENTITY,
    rule('critical', 'fibres', '纤维成分及含量', 'Fibres and their shares', list),
    rule('critical', 'safetyClass', '安全技术类别', 'Safety class', text),
    rule('major', 'standardNumber', '执行标准', 'Product standard', text),
    rule('major', 'size', '号型', 'Size', text),
    rule('major', 'colour', '颜色', 'Colour', text),
    optional('major', 'gtin', '商品条码', 'Barcode', gtin),
    ...ORIGIN,
    optional('minor', 'weight', '单件重量', 'Weight of one', withinShare(500)),
    optional('minor', 'care', '洗涤说明', 'Care', marks),
  ],
  household: [
    ...IDENTITY,
    rule('critical', 'model', '型号', 'Model', text),
    optional('critical', 'marks', '认证标志', 'Certification marks', marks),
    optional('critical', 'netContent', '标注净含量或件数', 'Declared content or count', netContent),
    optional('critical', 'gtin', '商品条码', 'Barcode', gtin),
    rule('major', 'materials', '材质', 'Materials', list),
    optional('major', 'power', '额定参数', 'Rating', text),
    optional('major', 'standardNumber', '执行标准', 'Product standard', text),
    ...ORIGIN,
    optional('major', 'measuredContent', '实测净含量或件数', 'Measured content or count', measuredContent),
    ...SIZES,
    optional('minor', 'weight', '重量', 'Weight', withinShare(500)),
    optional('minor', 'colour', '颜色', 'Colour', text),
  ],
};
