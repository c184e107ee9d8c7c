export { CaseCreate as create } from './CaseCreate.tsx';
export { CaseDesk as list } from './CaseDesk.tsx';
export { CaseEdit as edit } from './CaseEdit.tsx';
export { CaseShow as show } from './CaseShow.tsx';
