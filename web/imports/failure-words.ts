type Translate = (key: string, values?: Record<string, unknown>) => string;

/** `file_unknown: The file has no column "X".` as an import keeps it → the words of its code, and the column. */
export function sayFailure(translate: Translate, failure: string): string {
  const [, code, message] = /^([a-z_]+): (.*)$/s.exec(failure) ?? [undefined, WORDLESS[failure], failure];
  if (code === undefined) return failure;
  const words = translate(`house.problem.${code}`, { _: message });
  const column = /"(.*)"/.exec(message ?? '')?.[1];
  return column === undefined || words === message
    ? words
    : `${words} ${translate('resources.imports.columnNamed', { column })}`;
}

/** Ends that are no refusal: nobody gave them a code. */
const WORDLESS: Record<string, string> = {
  interrupted: 'import_interrupted',
  'internal error': 'import_broken',
};
