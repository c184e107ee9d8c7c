import type { Rule } from '../rule.ts';

/** 约定公司所在地管辖: the company’s home court, a court without a link, or arbitration of its choice. */
export const jurisdiction: Rule = {
  type: 'JURISDICTION',
  negotiability: 'tradable',
  matcher: {
    isPlausible: (text) => /地|法院|那边|这边|城市|court|arbitrat|tribunal|venue/.test(text),
    signals: [
      {
        when: [
          'Ⓒ[^,;。]{0,10}(?:所在地|住所地|注册地|总部|经营地|办公地|登记地|营业地)[^;。]{0,26}(?:法院|仲裁|诉讼|管辖|起诉)',
        ],
        unless: ['(?:Ⓒ起诉[^;。]{0,20}Ⓐ(?:所在地|住所地))'],
      },
      {
        when: [
          '(?:法院|仲裁|诉讼|管辖|起诉)[^;。]{0,24}Ⓒ[^,;。]{0,8}(?:所在地|住所地|注册地|总部|经营地|办公地)',
        ],
        unless: ['提供直播场地'],
      },
      { when: ['Ⓒ(?:单方)?指定[^;。]{0,10}(?:仲裁|法院)|仲裁(?:委员会|机构)[^;。]{0,8}由Ⓒ(?:指定|选定)'] },
      {
        when: [
          '签订地[^;。]{0,40}(?:法院|管辖)|(?:法院|管辖)[^;。]{0,30}签订地',
          'Ⓒ|无关|以本条为准|不论|为[\\u4e00-\\u9fff]{2,8}市|某市',
        ],
        unless: ['履行地）?(?:法院)?管辖[^;。]{0,10}$'],
      },
      {
        when: [
          '(?:境外|香港|新加坡|开曼|外国)[^;。]{0,20}(?:法院|仲裁|法律)[^;。]{0,20}(?:管辖|起诉|解决)?',
          '争议|起诉|纠纷|管辖',
        ],
      },
      {
        when: [
          '(?:courts?|arbitrat|venue|jurisdiction|tribunal)[^.;]{0,120}Ⓒ[^.;]{0,40}(?:place|domicile|registered|principal|seat|office|home|located|headquarter)|Ⓒ[^.;]{0,30}(?:place of business|domicile|registered office|principal (?:place|office)|headquarters|home court)[^.;]{0,80}(?:court|jurisdiction|venue)|courts? (?:of|at|where|in) (?:the )?(?:place where )?Ⓒ',
        ],
      },
      { when: ['Ⓐ[^.;]{0,40}(?:may (?:only )?sue only|only sue|sue only)|Ⓒ may sue anywhere'] },
      {
        wide: true,
        when: [
          '(?:打官司|有官司|要告|起诉|法院|管辖|仲裁)',
          'Ⓒ[^;。]{0,8}(?:所在|那边|这边|住所|城市|营业执照|当地|注册)|来Ⓒ|到Ⓒ|去Ⓒ',
        ],
        unless: ['Ⓐ(?:所在地|住所地|户籍|居住地)|被告|履行地|任选|均可', '不许|不准|投诉|举报|核减|酌减'],
      },
    ],
    fair: [
      '被告(?:所在地|住所地)|(?:合同)?履行地(?:有管辖权的)?(?:人民)?法院|(?:直播场地所在地)|Ⓐ(?:所在地|住所地|户籍地|居住地)(?:有管辖权的)?(?:人民)?法院(?!起诉)',
      '(?:有权选择|任选)|劳动(?:争议|合同履行地)',
      'defendant|Ⓐ domicile|place of performance',
    ],
  },
  reason: {
    zh: '发生争议要到公司所在地或没有联系的地方打官司，你的成本更高。',
    en: 'Disputes go to the company’s home or to a place without a link; it costs you more.',
  },
  suggestion: {
    zh: '争议由被告住所地或者合同履行地人民法院管辖。',
    en: 'Disputes go to the court of the defendant’s home or the place of performance.',
  },
  question: {
    zh: '能否改为被告住所地或直播地法院？',
    en: 'Can it be the defendant’s home or the place of streaming?',
  },
};
