/** What a statement of acceptance is about. */
export interface AcceptedVersion {
  contractNo: string;
  title: string;
  versionNo: number;
  effectiveFrom: string;
  textSha256: string;
  termsSha256: string;
  /** High findings compliance waived; the anchor has read the reasons beside the clauses. */
  waivers: number;
  /** 16 or 17: a guardian consented. */
  hasGuardian: boolean;
  /** The day of birth is on file; without it the anchor declares to be of age. */
  isAgeKnown: boolean;
}

export type Side = 'anchor' | 'agency';
export type Lang = 'zh' | 'en';

/** The exact sentences shown before accepting; they are stored and hashed as they stand, so any edit here is a new statement. */
export function statementOf(side: Side, lang: Lang, version: AcceptedVersion): string {
  return (lang === 'zh' ? chinese : english)(side, version)
    .filter((line) => line !== '')
    .join('\n');
}

function chinese(side: Side, version: AcceptedVersion): string[] {
  const what = `《${version.title}》（编号 ${version.contractNo}）第 ${version.versionNo} 版`;
  const hashes = `所确认的文本 SHA-256：${version.textSha256}；分成条款 SHA-256：${version.termsSha256}。`;
  if (side === 'agency') return [`本机构确认并同意${what}，自 ${version.effectiveFrom} 起适用。`, hashes];
  return [
    `本人已逐条阅读${what}全文与所附的提示，有机会提问并要求修改，现同意该版本，自 ${version.effectiveFrom} 起适用。`,
    version.waivers > 0 ? `本人知悉合规部门对其中 ${version.waivers} 项提示作出的说明。` : '',
    version.hasGuardian ? '本人未满十八周岁，监护人已书面同意。' : '',
    version.isAgeKnown ? '' : '本人声明已年满十八周岁。',
    hashes,
  ];
}

function english(side: Side, version: AcceptedVersion): string[] {
  const what = `“${version.title}” (no. ${version.contractNo}), version ${version.versionNo}`;
  const hashes = `SHA-256 of the text: ${version.textSha256}; of the share terms: ${version.termsSha256}.`;
  if (side === 'agency')
    return [`The agency agrees to ${what}, in force from ${version.effectiveFrom}.`, hashes];
  return [
    `I have read ${what}, clause by clause, with the notes beside it, could ask questions and ask for changes, and agree to it from ${version.effectiveFrom}.`,
    version.waivers > 0 ? `I have seen what compliance says about ${version.waivers} of the notes.` : '',
    version.hasGuardian ? 'I am under eighteen; my guardian has consented in writing.' : '',
    version.isAgeKnown ? '' : 'I declare that I am eighteen or older.',
    hashes,
  ];
}
