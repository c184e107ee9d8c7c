/**
 * How a term treats a side, in the many words people use for it; Chinese first, then English. Only the classifier reads
 * them, beside the matters: the matter says what a clause is about, the stance whether it takes or leaves.
 */
export const STANCES: Record<string, readonly [zh: string, en: string]> = {
  lost: [
    '清零|作废|失效|消灭|失权|没收|丧失|不再享有|不再享受|泡汤|打水漂|白干|别想|一笔勾销|概不|归零|不退|不返还|不予返还|不予退|不再退|归公司|归Ⓒ|抵作|抵充|充作|冲减|冲抵|倒扣|追回|追讨|退还Ⓒ|吐出|收归|转入公会|赔光|不发了|不给了|不算了',
    'forfeit\\w*|lost|lapse\\w*|gone|kept by|keeps?\\b|stays? with|void|wiped|claw\\w*|pay (?:it )?back|repay\\w*|non-?refundable|no refund|nothing',
  ],
  kept: [
    '照常|照付|照发|照结|照样|照旧|照计|不受影响|不影响|不妨碍|仍归|仍属|仍可|继续按|结清|付清|全额退|原路退|全退|全部退还|予以返还|返还Ⓐ|退给Ⓐ|退回Ⓐ|还给Ⓐ|归还Ⓐ|带走|归Ⓐ|属Ⓐ|属于Ⓐ|保留给|一分不少',
    'remains? payable|still (?:pay|get|paid)|as usual|unaffected|not affect\\w*|goes with|yours to keep|given (?:straight )?back|returned to|paid in full',
  ],
  decidesAlone: [
    '说了算|拍板|裁定|核定|认定|裁量|酌情|酌定|自定|掌握|判断|为断|为凭|为准|决定|确定|择定|评定|视情|凭心情|看心情|看表现|有最后|话事|终局|最终|一句话|自主决定|单方',
    'sole(?:ly)?|discretion|decides?|we say|sees? fit|in its (?:view|opinion|judg\\w+)|final|conclusive|our guess|whatever we|feel like',
  ],
  bothAgree: [
    'Ⓑ[^,;。]{0,8}(?:签|章|确认|同意|协商|书面|商定|议定|谈)|两边签|双方签|补充协议|另行签|另签|协商一致|经Ⓐ[^,;。]{0,6}(?:同意|签|确认|书面)|取得Ⓐ|征得Ⓐ|须Ⓐ[^,;。]{0,6}(?:同意|签|确认)|商定|坐下来|当面谈',
    'both (?:sign|agree)|signed by both|we both|mutual\\w*|in writing by|with (?:her|his|your|Ⓐ) consent|countersign\\w*|fresh signature',
  ],
  noConsent: [
    '无需(?:征得)?[^,;。]{0,4}同意|毋须|毋庸|不必[^,;。]{0,4}(?:同意|签)|不另签|无须[^,;。]{0,6}(?:签|同意|认)|不经|未经|不用问|不问Ⓐ|自动|当然|径行|即告|即生效|即约束|一体遵行|概括|事先表示接受|届时配合|须配合|应配合|配合办理',
    "no (?:signature|consent|notice)|without (?:consent|notice|asking|further)|automatic\\w*|bind(?:s|ing)?\\b|bound by|no need to ask|don't need to",
  ],
  silence: [
    '沉默|未回复|未答复|未提出|未表示|没说|没看到|不回复|逾期未|逾时|错过|未收到|默认|视为(?:同意|接受|认可|确认|放弃|无异议)|即表示|就算|继续履行即|登录即|开播即|续播即|领取即|使用即',
    "silence|say nothing|unless (?:she|he|you|Ⓐ)|failure to object|deemed (?:to )?accept\\w*|not disputed|if you don't",
  ],
  noReason: [
    '无需说明|不说明|无须说明|不附理由|不必讲|不用讲|不予答复|不解释|无需理由|无须理由|不为什么|不另说明|无因|不论原因|何种原因|任何理由|不问',
    'no reason|without (?:cause|reason|explanation)|any reason|or none|not have to explain',
  ],
  noPay: [
    '无偿|零元|零对价|不补偿|无补偿|不予补偿|免予补偿|无补助|一分钱不|一分不出|没有补偿|补偿为零|不给钱|不另付|不折价|不计价|不作价|无对价|不承诺|不作保证|不负推介|没有这笔|已包含|已含|不计酬|不计息|不设固定|自理|自负|自费|自担|自掏',
    "free of charge|no (?:fee|pay|cheque|compensation|consideration|retainer)|without (?:further )?pay\\w*|unpaid|zip|don't pay|for nothing|own (?:cost|expense|dime)",
  ],
  paid: [
    '按月支付|每月支付|每月补偿|补偿Ⓐ|付给Ⓐ|支付Ⓐ|向Ⓐ(?:支付|补偿|赔偿|返还)|独家费|排他费|签约费|创作费|使用费|授权费|报酬按|按次计付|出医药费|买足|投保|报销|补差|双倍补|计息|付利息',
    'we pay|Ⓒ (?:shall|will|must)? ?pays?|pays Ⓐ|is paid|with interest|exclusivity fee|reimburs\\w*|our cost|on us|on the house',
  ],
  unlimited: [
    '不设上限|无上限|上不封顶|不限|不设期限|没有最长|循环|无限|周而复始|任何|一切|所有|全部|一律|概属|概由|悉归|悉由|均由|不论|无论|不问|不管|任意|任一|凡|全网|全球|全平台|整个|终身|永久|永远|一辈子|到死',
    'any and all|every|all|whatever|anywhere|everything|unlimited|no (?:limit|ceiling|cap)|forever|ever\\b|always|till the end|indefinite\\w*|perpetual\\w*',
  ],
  capped: [
    '不超过|不高于|不多于|封顶|上限|最高|最多|最长|为限|限于|仅限|仅及于|仅就|只限|至多|以内',
    'up to|no more than|not exceed\\w*|capped?|at most|maximum|never above|limited to|only for|only on',
  ],
  proven: [
    '凭证|票据|发票|单据|有票|有据|实际支出|实际损失|直接损失|举证|证明|截图|通知书|附明细|列明|逐笔|明细表|清单|核对|看得见',
    'receipt\\w*|proven|documented|invoice\\w*|evidence|itemised|actual loss|statement of',
  ],
  mayRefuse: [
    '可拒绝|有权拒绝|可以拒绝|自愿|可以不|有权不|可不参加|可以随时|随时可|可随时|可自由|自由|可撤回|可收回|可叫停|可反对|可申诉|可异议|提出异议|可选择|由Ⓐ选择|由Ⓐ决定|Ⓐ自定|Ⓐ自行决定|听不听由',
    'may refuse|can turn down|free to|optional|voluntar\\w*|may decline|can say no|withdraw (?:it|consent)|your choice|can walk|can object|can cancel',
  ],
  mustNot: [
    'Ⓒ[^,;。]{0,8}(?:不得|无权|不能|不可以|不准|不收|不押|不留|不罚|不问|不查|不装|不考核|不介绍|不推荐|不要求|不代办|不干涉|不阻拦|不拦)|禁止任何人|任何人不得|双方不得|Ⓑ[^,;。]{0,4}不得',
    "Ⓒ (?:shall|may|must|will|can) ?not|Ⓒ (?:doesn't|don't|won't|can't)|nobody|neither|we don't|we won't",
  ],
  cannot: [
    'Ⓐ[^,;。]{0,10}(?:不得|无权|不能|不可|不准|不许|别|甭|休想|不享有|不再)|不接受|不受理|不认|不予采纳|不作数|无效|不发生|不生效|排除|放弃|舍弃|不主张|不再主张|不追究|不求|不喊|不找',
    "Ⓐ (?:shall|may|must|can|will) ?not|Ⓐ (?:can't|won't|don't|doesn't)|waives?|gives? up|no right|not entitled|barred|off limits",
  ],
  conditional: [
    '未达|不足|不达标|没播满|没做满|未满|末位|达不到|缺一场|不够|低于|没干满|没有完成|未完成|跑不出|没数据',
    'miss(?:es|ed)?\\b|below (?:quota|target)|short(?:fall)?|under(?:perform\\w*)?|fail(?:s|ure)? to (?:reach|hit|meet)|unless .{0,20}(?:hit|reach)',
  ],
  pending: [
    '未结|未发|未付|未提|未到账|未出账|未支付|未结算|待结算|待审核|待发|在途|冻结期|尚未|应收|应得|已赚|已产生|已核定|余额|余款|压的|账面|最后一期|上个月|当月',
    'unpaid|pending|outstanding|accrued|earned|not yet paid|in transit|last (?:two )?pay\\w*|owed|balance',
  ],
  late: [
    '压|账期|顺延|延后|推迟|资金|现金流|宽裕|审批|审计|对账完成|收齐|回款|全年|半年|年底|春节|季末|次年|下一年|一起算|统一发|择期|择定|不作承诺|不设期限|不保证',
    'once .{0,20}(?:is|are) in|cash|when(?:ever)? (?:we|funds|the)|quarter|season|year|june|hundred',
  ],
  prompt: [
    '次日|三日内|五日内|七日内|十日内|十五日内|每周|按周|周结|月结|次月(?:\\d+|十|十五|二十)?日前|实时|当日到账|\\d+日内付|\\d+天内|及时|先垫|公司垫',
    'within \\d+ (?:business |working )?days|weekly|next day|by friday|monthly',
  ],
  controls: [
    '打卡|考勤|坐班|到岗|排班|早会|日报|指纹|调岗|请假|旷|迟到|主管|服从|听从|管理制度|绩效|工服|值班',
    'clock(?:s|ed)? in|roster|supervisor|take orders|ask for leave|attendance|shift|obey|report daily',
  ],
  both: [
    '双方|任何一方|任一方|谁|各自|各付|各走|对等|同样|同一|相同|双向|一个算法|互不|两边|均按|同为|均可|都可以|也一样',
    'either|each|both|whoever|same|vice versa|mutual\\w*',
  ],
};
