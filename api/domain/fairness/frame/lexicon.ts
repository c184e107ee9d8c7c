/**
 * Words that mean the same to the rules, Chinese first, then English, as alternatives of a pattern. A rule names them
 * in angle brackets, so that one more way to say a thing helps every rule that speaks of it.
 */
export const LEXICON: Record<string, readonly [zh: string, en: string]> = {
  // Modality
  must: [
    '须|需(?!要求)|要(?!求|么|是|不)|都得|就得|得(?=来|去|赔|交|把|由|按|听|听从|给|在|先|自己|继续)|应当|应(?!用|得|收|付|对|急|有|结|享|聘|届)|必须|应该|有义务|务必|一律|同意|承诺|保证|负责',
    'shall|must|will|is required to|are required to|has to|have to|agrees? to|undertakes? to|is obliged to|is obligated to|needs to',
  ],
  may: [
    '有权|可以|可(?!能|得|期|供)|得以|能够|享有|保留|自行|自主|得(?=随时|单方|自行|依)',
    'may|can|is entitled to|has the right to|shall have the right to|reserves? the right|shall be entitled to|is free to|has the sole right|at its option|is authori[sz]ed to',
  ],
  not: [
    '不得|不可(?!抗|撤|逆)|不能|无权|不应|禁止|严禁|不允许|不许|不准|不享有|不具有|没有权利|不再享有|不再有权|丧失|不会|不作|不予|不再|不',
    "shall not|may not|must not|cannot|can't|will not|won't|no right|not be entitled|is not entitled|not entitled|never|prohibited from|barred from|without any right|shall have no|has no|have no|no",
  ],
  mustnot: [
    '不得|不可(?!抗|撤|逆)|不能|无权|不应|禁止|严禁|不允许|不许|不准|别(?!的|人|家)|无资格|不享有|不再享有|不再有权|没有权利|不具有|谢绝|无法|不接受|不受理',
    "shall not|may not|must not|cannot|can't|will not|no right|has no right|have no right|not be entitled|not entitled|prohibited from|barred from|forbidden|shall never|shall have no|refrain from|not to\\b",
  ],
  neednot: [
    '无需|无须|不需(?:要)?|不必|毋须|毋需|不用(?!于)|免于|不再另行|未经.{0,6}亦可|而?不另行|不经',
    'without|need not|no need|not required to|is not required|shall not be required|no prior|no further',
  ],
  deem: [
    '视为|视同|即为|即视|默认|推定|构成|等同于|当作|看作|即表示|即代表|即意味着',
    'deemed|constitutes?|considered|treated as|regarded as|taken as',
  ],
  // Manner
  anytime: [
    '随时|任何时候|任何时间|任意时间|任何时点|即时|即刻|立即|当日|当天|次日|不定期|不时',
    'at any time|immediately|from time to time|forthwith|with immediate effect',
  ],
  anyreason: [
    '(?:无论|不论|不管|不问)(?:是)?(?:何种|何|任何|什么|出于何种|基于何种|因何)?(?:种)?(?:原因|理由|情形|情况|事由|缘由|过错|是否|因何|谁)|(?:因|以|基于|出于)?任何(?:原因|理由|情形|事由|情况|形式|方式|缘由)|不问(?:原因|缘由)|无条件|一切情形|何种原因',
    'for any reason|for no reason|regardless of|irrespective of|whatever the|any reason whatsoever|with or without cause|unconditionally|without cause|no matter|for any cause|under any circumstances?|whatsoever',
  ],
  alone: [
    '单方面?|自行|自主|独自|全权|酌情|酌定|视情况|视情节|视经营|自由裁量|一方决定|依(?:其|自身)?判断|根据.{0,10}(?:需要|情况|判断|变化|实际)|结合.{0,10}(?:需要|情况)|认为|有权|可随时',
    'unilaterally|sole discretion|its discretion|absolute discretion|sole and absolute|as it sees fit|in its opinion|from time to time|at any time|at its sole|sole judgment|sees fit|deems',
  ],
  free: [
    '无偿|免费|无对价|零对价|(?:无需|无须|不|不再|不必|毋须|未|均不|不另行|无需另行|不另)(?:另行|再|额外|向Ⓐ)*(?:支付|给付|付给|给予|付)(?:Ⓐ)?(?:任何|其他|额外|一切|相应)*(?:费用|报酬|对价|补偿|价款|酬金|授权费|使用费|经济补偿|款项|收益|费)|不再付费|不付费|不另付酬|不计报酬|分文不|无补偿|没有补偿|不予补偿|不补偿|无(?:任何)?(?:报酬|费用)',
    'free of charge|without (?:any )?(?:further |additional )?(?:compensation|consideration|payment|remuneration|fee)|royalty-free|for free|no (?:further |additional )?(?:compensation|consideration|payment|fee|remuneration)|gratis|uncompensated|at no cost',
  ],
  forever: [
    '永久|永远|永续|永不|无限期|不限期|终身|终生|一辈子|长期有效|世代|恒久|无期限|期限不限|期限为长期|不限期限|不设(?:置)?(?:任何)?期限|没有期限|无时间限制|不限(?:定)?时间|不受(?:合作|合同|协议|时间|本合同|本协议)*(?:期限|期间|期)?(?:的)?限制|(?:不因|不受|无论|不论|不随)(?:本)?(?:合同|协议|合作|双方合作|合作关系|Ⓑ合作)?(?:期限)?(?:的)?(?:终止|解除|届满|结束|到期|是否|期限)|(?:权利|著作权|法定)保护期|持续有效|一直有效|始终有效|继续有效|有生之年|百年',
    'perpetual|in perpetuity|perpetuity|forever|indefinite(?:ly)?|for all time|never expires?|without limit(?:ation)? (?:of|in|as to) time|no time limit|unlimited in time|for life|lifetime|full term of copyright|without expiry|surviv(?:es?|ing) (?:the )?termination|everlasting|eternally',
  ],
  irrevocable: [
    '不可撤销|不可撤回|不得撤销|不得撤回|不能撤回|不能撤销|不得收回|不得要求停止|不得要求删除|不得要求下架',
    'irrevocabl[ey]|may not be (?:revoked|withdrawn)|cannot be (?:revoked|withdrawn)|no right to (?:revoke|withdraw)',
  ],
  all: [
    '全部|所有|一切|任何|各类|各种|均|全体|整个|全数|悉数|统统',
    'all|any|every|entire|whole|each and every',
  ],
  object: [
    '异议|反对|拒绝|提出疑问|质疑|抗辩|不同意见|干涉|阻挠|过问|主张任何权利',
    'object|refuse|challenge|dispute|contest|protest|decline',
  ],
  consent: [
    '同意|书面同意|认可|书面确认|确认|协商一致|许可|签署|签字|批准|协商',
    'consents?|approv|agree|written confirmation|signed',
  ],
  // Time
  after: [
    '(?:终止|解除|届满|期满|到期|解约|结束|离职|退出|离开|失效|终结|分手|离约|散伙|不再合作|终止合作|停止合作|卸任)(?:之)?(?:日起|之日起|日后|后|以后|之后|之日|时|的)|(?:终止|解除|届满|期满|到期|解约|结束|离职|退出)(?:或(?:终止|解除|届满|期满|到期|解约|结束))*(?:之)?(?:日起|之日起|日后|后|以后|之后|后的|时)|离开(?:Ⓒ)?后?|合作期外|期后|合同期外|结束合作后|不再(?:担任|是|为)(?:Ⓒ)?(?:的)?(?:签约)?(?:Ⓐ)|终止或期满',
    'after (?:the )?(?:termination|expiry|expiration|end|this agreement|the agreement|leaving|departure|it ends|exit)|post-term(?:ination)?|following (?:the )?(?:termination|expiry|expiration|end)|upon (?:any )?(?:termination|expiry|expiration)|on (?:termination|expiry)|once this agreement ends|from the (?:date of )?(?:termination|expiry)|when this agreement ends|on or after termination|beyond the term|surviv',
  ],
  term: [
    '合作期|合同期|合作期限|合同期限|协议期|协议期限|签约期|有效期|经纪期|服务期|本合同期|期限|代理期',
    'term|duration|period of this agreement|engagement period',
  ],
  exit: [
    '解约|解除|终止|退出|离职|离开|停播|断播|停止直播|停止履行|中止|不再履行|不再合作|跳槽|另签|弃播|出走|提前结束|撕毁|毁约|拒绝履行|终结|转会|改投|另投|转投|不续|离约|违约|擅自',
    'terminat|leav(?:e|es|ing)|withdraw|exit|cancel|quit|stop(?:s|ping)? streaming|cease|resign|walk|rescind|end(?:s|ing)? (?:this|the) agreement|breach',
  ],
  end: [
    '解除|终止|解约|取消合作|停止合作|结束合作|结束本|退出|终结|撤约|收回.{0,4}签约',
    'terminat|rescind|cancel|end (?:this|the)|withdraw from',
  ],
  breach: ['违约|违反|违背|未履行|不履行|未按|过失|过错', 'breach|violat|default|fail'],
  // Money and pay
  penalty: [
    '违约金|赔偿金|赔偿|补偿金|罚金|惩罚性|损失费|解约金|解约费|赎身费|转会费|买断费|分手费|赔付|培养费|损害赔偿',
    'liquidated damages|penalty|damages|compensation|indemnity|termination fee|break fee|exit fee|buy-?out',
  ],
  pay: [
    '支付|赔偿|赔付|给付|缴纳|交纳|缴付|交付|偿付|补偿|承担|付|赔|交|缴',
    'pay|compensate|indemnify|reimburse|remit|owes?|forfeit',
  ],
  income: [
    '收益|收入|佣金|分成|报酬|提成|款项|酬劳|劳务费|费用|结算款|应付款|应得|所得|尾款|打赏|礼物|音浪|薪酬|工资|底薪|余额|利润|分润|款|钱',
    'income|revenue|commission|earnings?|fees?|compensation|remuneration|payments?|amounts?|sums?|balance|royalt|proceeds|share',
  ],
  share: [
    '分成|分配|分润|分账|提成|佣金比例|分佣|佣金率|收益比例|结算比例|分成比例|抽成|结算标准|结算方式|提成比例|佣金标准|报酬标准|收益分配|薪酬标准|返佣|费率|比例',
    'revenue share|split|commission|percentage|profit share|share|rates?',
  ],
  change: [
    '调整|变更|修改|修订|更改|改变|下调|降低|调低|调降|重新(?:核定|确定|制定|约定|设定|分配)|更新|增减|浮动|优化|下浮|重定|另定|改动|核减',
    'adjust|chang|modif|amend|revis|reduc|lower|vary|alter|reset|update',
  ],
  deduct: [
    '扣除|扣减|扣罚|扣款|罚款|扣发|克扣|抵扣|抵销|抵充|抵作|冲抵|划扣|直扣|扣',
    'deduct|withhold|set[- ]?off|offset|dock|charge|fine',
  ],
  fine: [
    '罚款|罚金|扣罚|处罚|扣款|罚没|罚|乐捐|扣分|负激励|处分|爱心基金|违纪金|扣减|扣除|扣发',
    'fine|penalt|deduct|dock|monetary sanction|disciplinary',
  ],
  // Things
  account: [
    '账号|帐号|账户|帐户|抖音号|快手号|小红书号|视频号|直播间|店铺|社交号|平台号|ID号?|橱窗|粉丝(?:群|资产)|主页',
    'accounts?|channels?|profiles?|pages?|handles?|followers',
  ],
  likeness: [
    '肖像|形象|姓名|声音|声纹|人格|面部|外貌|照片|影像|数字人|虚拟形象|虚拟人|分身|AI主播|样貌|头像|人脸|音色|嗓音',
    'likeness|image|name|voice|persona|portrait|photograph|digital (?:human|twin|double|replica|avatar)|avatar|face|biometric|publicity rights?',
  ],
  stagename: [
    '艺名|网名|昵称|笔名|花名|账号名称|账号名|直播名|主播名|ID名|人设名|名号',
    'stage name|screen name|nickname|alias|pseudonym|professional name|handle|username|moniker',
  ],
  works: [
    '作品|视频|短视频|内容|文案|脚本|素材|录像|录音|录制|音乐|歌曲|切片|成果|创意|节目|知识产权|著作权|版权|表演者权|著作财产权|文字|图片|直播回放|智力成果|创作物|剧本',
    'works?|content|videos?|materials|deliverables|intellectual property|copyrights?|recordings?|creations?|creative|clips|footage|inventions|scripts?',
  ],
  belong: [
    '归属于?|归于?|属于?|所有权?(?=归|由|属)|由Ⓒ(?:独家|单独|永久|完全|无偿)*(?:所有|享有|拥有|持有|控制)|为Ⓒ(?:独家|单独|永久|完全)*(?:所有|财产|资产|所拥有)|转让给|转归|移交|过户|让与',
    'belongs? to|owned by|property of|vests? in|assigns?|transfers?(?:red)? to|ownership|own(?:s)?\\b',
  ],
  // Law
  court: [
    '法院|司法机关|仲裁(?:机构|委员会|庭)?|诉讼|起诉|人民法院|司法|裁判',
    'courts?|tribunals?|arbitrat|litigat|lawsuit|judicial|sue|proceedings',
  ],
  waive: [
    '放弃|舍弃|自愿放弃|不再主张|不主张|不行使|承诺不(?:再)?(?:主张|提出|请求|要求)?|免除|豁免|不(?:得|再|会|予|可|能)(?:以任何理由|再|另行|据此|就此|因此)*(?:向.{0,10})?(?:主张|请求|要求|申请|提出|援引|引用|抗辩)',
    'waiv|relinquish|gives? up|forgo|renounc|shall not (?:seek|request|claim|apply|argue|contest|invoke|assert)|agrees? not to|may not (?:seek|request|claim|argue|apply|invoke|contest)|will not (?:seek|request|claim|argue|apply)|forfeits? (?:any|the|all) right',
  ],
  liability: [
    '责任|赔偿|损失|后果|法律责任|违约责任|连带责任|索赔',
    'liabilit|liable|responsib|damages|loss(?:es)?|claims?',
  ],
  noliability: [
    '(?:不|概不|不再|均不|无需|无须|免于|不用|毋须)(?:因此|对此|就此|向Ⓐ|为此|另行|需|须|予)*(?:承担|负|构成|支付|赔偿|补偿|担|负担|视为)(?:任何|一切|相应|其他|违约|赔偿|经济|法律|连带|由此产生的)*(?:责任|赔偿|违约|补偿|后果|损失|义务)?|概不负责|与Ⓒ无关|不负责|免责|不视为违约|不算违约|概不赔偿|不构成违约|无任何责任|不担责|没有任何责任',
    'no liabilit|without (?:any )?liabilit|not (?:be )?(?:liable|responsible)|no responsibility|not constitute (?:a )?breach|exempt from|harmless|shall not be (?:deemed )?(?:a |in )?breach|without (?:any )?(?:compensation|penalty)|no obligation',
  ],
  notice: [
    '通知|告知|提醒|公告|公示|发布|公布|告示',
    'notice|notif|inform|announce|publish|post(?:ing|ed)?\\b|remind',
  ],
  rules: [
    '制度|规则|规章|规定|管理办法|守则|手册|规范|细则|政策|条例|办法|章程|公约|标准|公告',
    'polic(?:y|ies)|rules|handbook|guidelines|manual|regulations|standards',
  ],
};
