export { UserCreate as create, UserEdit as edit } from './UserInputs.tsx';
export { UserList as list } from './UserList.tsx';
export { UserShow as show } from './UserShow.tsx';
