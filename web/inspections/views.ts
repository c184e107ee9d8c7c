export { HistoryPage as history } from './history/HistoryPage.tsx';
export { InspectionList as list } from './InspectionList.tsx';
export { InspectionShow as show } from './InspectionShow.tsx';
export { InspectionCreate as create } from './start/InspectionCreate.tsx';
export { EditUnit as editUnit, NewUnit as newUnit } from './unit/UnitForms.tsx';
export { UnitPage as unit } from './unit/UnitPage.tsx';
