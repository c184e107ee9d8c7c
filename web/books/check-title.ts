/** The API names a check in both languages at once, `每张凭证借贷平衡 Every journal balances`: the reader's half of it. */
export function checkTitle(title: string, locale: string): string {
  const halves = /^(.*[\p{Script=Han}）】。]) ([A-Z].*)$/u.exec(title);
  if (!halves) return title;
  return (locale === 'zh' ? halves[1] : halves[2]) as string;
}
