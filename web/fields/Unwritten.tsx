import { EmptyState } from './EmptyState.tsx';

/** Stands in the menu for a screen that is on its way. */
export function Unwritten() {
  return <EmptyState text="……" />;
}
