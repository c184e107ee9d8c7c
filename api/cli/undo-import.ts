import { undoImport } from '../orders/undo-import.ts';
import { printJson, readArgs, UsageError } from './command.ts';
import { DEFAULT_DATA_DIR, withServices } from './services.ts';

export const name = 'undo-import';
export const usage = 'undo-import ID [--json] [--data DIR]';

/** Takes an import back: its lines go, lines it changed become what they were. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
    },
  });
  const id = positionals[0] ?? '';
  if (!/^[1-9]\d{0,8}$/.test(id) || positionals.length !== 1)
    throw new UsageError('name one import by its number');
  const result = await withServices({ data: values.data }, ({ db }, identity) =>
    undoImport({ db, identity, importId: Number(id) }),
  );
  if (values.json) printJson(result);
  else
    console.log(
      `import ${result.importId} is undone: ${result.deleted} lines deleted, ${result.restored} restored`,
    );
  return 0;
}
