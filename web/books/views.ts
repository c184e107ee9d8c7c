export { BooksCheck as list } from './BooksCheck.tsx';
