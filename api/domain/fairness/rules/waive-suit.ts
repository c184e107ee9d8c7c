import type { Rule } from '../rule.ts';

const FORUM =
  '(?:起诉|诉讼|仲裁|投诉|举报|法院|司法(?!鉴定)|法律程序|监管部门|劳动监察|网信|市场监管|主管部门|维权|控告|主张权利|提起诉)';

/** 放弃诉权或举报权: the anchor may not go to court, arbitration or the authorities. */
export const waiveSuit: Rule = {
  type: 'WAIVE_SUIT',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          '(?:不许|不(?:得)?再|不能再|永不|不去|说好不|也许不|不得|概括免除|谁去|放弃|谁也不许|另寻|凡[^;。]{0,8}向)[^;。]{0,24}(?:打官司|告(?!知|诸|诉|示|急)|上法院|劳动(?:监察|局|仲裁)|12345|举报|检举|起诉|仲裁|诉诸司法|救济|追索|追诉|投诉|信访|权利主张)',
          '内部|两清|承诺|视为|违约|绩效|扣|取消|终局|答应|确认|解决|点击|受领|签署|冻结|Ⓒ|争议|一切|案由',
        ],
        unless: [
          'Ⓒ(?:不得|承诺|永远|对)|违约金|减少|调低|调减|酌减|减免|解约金|降低|往下调|和解|管辖|不构成|不生效力|Ⓐ不因|不影响|广告|Ⓐ(?:可|有权|可以)|披露|亲友|法官|降低|消费者',
        ],
      },
      {
        when: [
          '(?:never|not|no)\\b[^.;]{0,40}(?:sue|court|labou?r (?:bureau|hotline)|litigat|arbitrat|regulator|complaint|tribunal)[^.;]{0,60}',
          'agrees?|promises?|undertakes?|covenants?|decide|dispute|problems|releases?|Ⓐ',
        ],
        unless: [
          'may (?:sue|go)|can (?:always )?(?:go|sue)|reduc|lower|excessive|shall suffer|nothing in|does not|Ⓒ shall not',
        ],
      },
      {
        when: [
          '(?:reports?|complains?)[^.;]{0,30}(?:regulator|authorit|bureau)[^.;]{0,40}(?:loses?|forfeit|treated as|breach|fined)|releases? (?:every|all|any) claims?',
        ],
      },
      {
        when: [
          `(?:Ⓐ|Ⓑ)[^;。]{0,30}(?:不得|不会|无权|放弃|不就|承诺不|不再|不能|不可|保证不|不向|撤回)[^;。]{0,40}${FORUM}`,
        ],
        unless: [
          '(?:只能|仅可|仅能)向[^;。]{0,24}法院',
          '其他(?:地方|法院|地区|地)',
          '违约金|酌减|调整|调减',
          '不得捏造',
        ],
      },
      { when: [`(?:放弃|排除)[^;。]{0,30}(?:${FORUM}|诉权|起诉权)`], unless: ['违约金|调整|格式条款'] },
      {
        when: [
          `(?:由Ⓒ|Ⓒ)[^;。]{0,14}(?:总经理|法务|管理层|负责人|内部|委员会|人力)?[^;。]{0,8}(?:最终|终局)?(?:裁决|裁定|仲裁|处理)[^;。]{0,12}(?:终局|最终|服从|不得|为准|,|$)`,
          '争议|纠纷|异议',
        ],
      },
      {
        when: [
          `Ⓐ[^;。]{0,20}(?:向|到)[^;。]{0,20}(?:监管|媒体|行政机关|平台|网信|劳动|市场|部门|法院)[^;。]{0,16}(?:投诉|举报|反映|起诉|控告)[^;。]{0,20}(?:Ⓒ有权|视为|须先|违约|不予|应当?先|扣)`,
        ],
      },
      {
        when: [
          `(?:${FORUM})[^;。]{0,20}(?:之前|前)[^;。]{0,8}(?:须|应|需)[^;。]{0,8}(?:取得|获得|经)[^;。]{0,4}Ⓒ[^;。]{0,8}(?:许可|同意|批准)`,
        ],
      },
      {
        when: [
          '(?:争议|纠纷)[^;。]{0,14}只能(?:内部)?协商|逾期[^;。]{0,8}(?:丧失|放弃)[^;。]{0,6}(?:一切|全部)?权利[^;。]{0,6}',
        ],
      },
      {
        when: [
          '(?:Ⓐ|Ⓑ)[^.;]{0,80}(?:waives?|shall not|may not|must not|agrees not to|will not|cannot|gives up)[^.;]{0,80}(?:court|litigat|sue\\b|suit|arbitrat|regulator|authorit|legal action|report|complain|legal proceedings|claim before)',
        ],
        unless: ['reduc|adjust|excessive', 'confidential'],
      },
      { when: ['dispute[^.;]{0,60}(?:finally|conclusively) (?:decided|determined|resolved) by (?:the )?Ⓒ'] },
      {
        wide: true,
        when: [
          '(?:别去(?:找)?|不许(?:去|打)?|千万别|不能再去|不准(?:去)?|不得|不向|不对Ⓒ|放弃|撤回|仅以|不可以|不要去)[^;。]{0,24}(?:法院|劳动(?:监察|局|仲裁)|12345|投诉|告(?:Ⓒ|$|,)|维权|起诉|仲裁|诉讼|举报|曝光|再行主张的一切权利|12315)',
          'Ⓐ|Ⓒ|合同|别|协议',
        ],
        unless: [
          '违约金|核减|酌减|调低|减少',
          'Ⓒ不得|不影响|先行协商|协商不成',
          '消费者投诉|投诉率|被[^,;。]{0,4}投诉',
          '管辖|其他法院|旧方案',
        ],
      },
    ],
    fair: [
      '(?:协商不成|调解不成)[^;。]{0,20}(?:起诉|诉讼|仲裁|法院)|不影响[^;。]{0,24}(?:诉讼|仲裁|权利)|不限制|依法维权|不受限制|不视为放弃|Ⓐ有权[^;。]{0,16}(?:仲裁|起诉|投诉|举报)',
      '仲裁委员会仲裁|消费者|继续履行|管辖',
      'nothing in this|limits? Ⓐ|right to sue|may (?:sue|bring)',
    ],
  },
  reason: {
    zh: '要你放弃起诉、仲裁、投诉或举报的权利。排除对方主要权利的格式条款，法律不予认可。',
    en: 'You give up the right to sue, arbitrate, complain or report. Standard terms that shut out main rights are not upheld.',
  },
  suggestion: {
    zh: '争议先协商三十日，协商不成的任何一方可依法起诉或申请仲裁；本合同不影响向有关部门投诉、举报的权利。',
    en: 'Negotiate for thirty days, then either side may sue or arbitrate; the right to complain to authorities is untouched.',
  },
  question: {
    zh: '发生争议时，我能去哪里解决？为什么不能投诉？',
    en: 'Where can I go with a dispute, and why may I not complain?',
  },
};
