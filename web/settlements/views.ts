export { CloseMonth as close } from './close/CloseMonth.tsx';
export { SettlementMonths as list } from './SettlementMonths.tsx';
export { SettlementRun as run } from './SettlementRun.tsx';
export { SettlementShow as show } from './SettlementShow.tsx';
