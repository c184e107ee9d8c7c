/** Where a node's text stands in the contract: the runs carry their place as `data-at`. */
function placeOf(node: Node | null, offset: number): number | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const run = element?.closest<HTMLElement>('[data-at]');
  if (!run || !node) return undefined;
  const before = document.createRange();
  before.setStart(run, 0);
  before.setEnd(node, offset);
  return Number(run.dataset.at) + before.toString().length;
}

/** The piece of the contract that is marked inside `root`, without blanks at its ends; undefined when there is none. */
export function selectedPiece(root: HTMLElement, text: string): { start: number; end: number } | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const from = placeOf(range.startContainer, range.startOffset);
  const to = placeOf(range.endContainer, range.endOffset);
  if (from === undefined || to === undefined || from >= to) return undefined;
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = from + piece.trimEnd().length;
  return start < end ? { start, end } : undefined;
}
