export { TeamCreate as create, TeamEdit as edit } from './TeamInputs.tsx';
export { TeamList as list } from './TeamList.tsx';
export { TeamShow as show } from './TeamShow.tsx';
