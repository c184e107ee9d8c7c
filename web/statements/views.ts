export { StatementList as list } from './StatementList.tsx';
export { StatementShow as show } from './StatementShow.tsx';
export { SilenceTermList as silenceTerms } from './silence/SilenceTermList.tsx';
