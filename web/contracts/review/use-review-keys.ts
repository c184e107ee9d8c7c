import { useEffect } from 'react';
import { markId } from '../../fields/findings/MarkedText.tsx';
import { cardId } from './FindingCard.tsx';

/**
 * j and k (or the arrows) go to the next and the previous finding, Enter puts the focus on its card. Keys meant for a
 * field, a menu, a dialog or the text that is being scrolled are left alone.
 */
export function useReviewKeys({
  selected,
  step,
}: {
  selected: number | undefined;
  step: (by: 1 | -1) => void;
}): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || isBusyWithKeys(at)) return;
      const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      if (isArrow && at.closest('[data-pane="text"]')) return;
      if (event.key === 'j' || event.key === 'ArrowDown') step(1);
      else if (event.key === 'k' || event.key === 'ArrowUp') step(-1);
      else if (event.key === 'Enter' && selected !== undefined && !at.closest('button, a')) {
        document.getElementById(cardId(selected))?.focus();
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [selected, step]);

  useEffect(() => {
    if (selected === undefined) return;
    for (const id of [markId(selected), cardId(selected)])
      document.getElementById(id)?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [selected]);
}

const isBusyWithKeys = (element: HTMLElement): boolean =>
  element.closest('input, textarea, select, [role=dialog], [role=listbox], [role=menu], [role=combobox]') !==
    null || element.isContentEditable;
