import { explainSettlementLine } from '../settlements/explain-line.ts';
import { printJson, readArgs, UsageError } from './command.ts';
import { DEFAULT_DATA_DIR, withServices } from './services.ts';

export const name = 'explain';
export const usage =
  'explain STATEMENT_LINE [--lang zh|en] [--json] [--data DIR]   (a line is LINE_ID or LINE_ID:SEQ)';

/** Why this amount: the working of one settlement line, in sentences. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'zh' },
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
    },
  });
  const match = /^(\d{1,16})(?::(\d{1,5}))?$/.exec(positionals[0] ?? '');
  if (!match || positionals.length !== 1)
    throw new UsageError('name one settlement line: LINE_ID or LINE_ID:SEQ');
  if (values.lang !== 'zh' && values.lang !== 'en') throw new UsageError('--lang takes zh or en');
  const explanation = await withServices({ data: values.data }, ({ db }, identity) =>
    explainSettlementLine(db, identity, Number(match[1]), Number(match[2] ?? 0)),
  );
  if (values.json) printJson(explanation);
  else
    for (const sentence of explanation.sentences)
      console.log(values.lang === 'zh' ? sentence.text : sentence.textEn);
  return 0;
}
