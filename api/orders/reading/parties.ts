import { orderStreams, type StreamTimes, type StreamWindow, streamAt } from '../../domain/stream-window.ts';
import { type ByteTable, byteTableOf, createByteTable } from './byte-table.ts';
import type { LineRegisters } from './line-registers.ts';
import { NUMBER_SLOT, TEXT_SLOT } from './plan.ts';

/** Who is known on this platform: external id → our id. */
export interface KnownParties {
  anchors: ReadonlyMap<string, number>;
  products: ReadonlyMap<string, { productId: number; anchorId: number | null }>;
  /** Seconds since 2000, as times are read. */
  streams: readonly StreamWindow[];
}

/** An id of the file that nobody here is known by. */
export interface Gap {
  kind: 'anchor' | 'product';
  externalId: string;
  name: string | null;
  lines: number;
  paidFen: number;
}

export interface PartyFinder {
  /** Sets `anchorId`, `productId` and `streamId` (-1: unknown) for a line and counts what is missing. */
  find(line: LineRegisters): void;
  anchorId: number;
  productId: number;
  streamId: number;
  gaps(): Gap[];
}

/** More unknown ids than this are not listed: the file is then about somebody else's goods. */
const MAX_GAPS = 20_000;

/**
 * Names anchor and product of each line by the ids in the file, by bytes. A file that names no anchor takes
 * the anchor who alone presents the listing.
 */
export function createPartyFinder(known: KnownParties, namesAnchor: boolean): PartyFinder {
  const anchors = createSide('anchor', known.anchors.keys());
  const products = createSide('product', known.products.keys());
  const anchorIds = [...known.anchors.values()];
  const productRows = [...known.products.values()];
  const findStream = createStreamFinder(known.streams);

  const finder: PartyFinder = {
    anchorId: -1,
    productId: -1,
    streamId: -1,
    find(line) {
      const product = lookUp(products, line, TEXT_SLOT.productExtId, TEXT_SLOT.productName);
      const listing = product >= 0 ? productRows[product] : undefined;
      finder.productId = listing?.productId ?? -1;
      if (namesAnchor) {
        const anchor = lookUp(anchors, line, TEXT_SLOT.anchorExtId, TEXT_SLOT.anchorName);
        finder.anchorId = anchor >= 0 ? anchorIds[anchor]! : -1;
      } else finder.anchorId = listing?.anchorId ?? -1;
      finder.streamId = findStream === undefined ? -1 : findStream(line, finder.anchorId);
    },
    gaps: () =>
      [...anchors.list(), ...products.list()].sort((a, b) => b.paidFen - a.paidFen || b.lines - a.lines),
  };
  return finder;
}

/** undefined when the platform has no stream: a line then costs nothing more. */
function createStreamFinder(streams: readonly StreamWindow[]) {
  if (streams.length === 0) return undefined;
  const ofAnchor = timesBy(streams, ({ anchorId }) => anchorId);
  const inRooms = streams.filter(({ roomExtId }) => roomExtId !== null);
  const ofRoom = timesBy(inRooms, ({ roomExtId }) => roomExtId!);
  const rooms = byteTableOf([...ofRoom.keys()]);
  const roomTimes = [...ofRoom.values()];

  return function findStream(line: LineRegisters, anchorId: number): number {
    // a refund of its own tells when goods came back, not when they were sold
    if (line.kind === 1) return -1;
    const paidAt = line.numbers[NUMBER_SLOT.paidAt]!;
    const at = Number.isNaN(paidAt) ? line.numbers[NUMBER_SLOT.orderedAt]! : paidAt;
    const from = line.textFrom[ROOM]!;
    const room =
      from < 0 || roomTimes.length === 0 ? -1 : rooms.find(line.textIn[ROOM]!, from, line.textTo[ROOM]!);
    const inRoom = room < 0 ? -1 : streamAt(roomTimes[room]!, at, anchorId);
    if (inRoom >= 0) return inRoom;
    const times = ofAnchor.get(anchorId);
    return times === undefined ? -1 : streamAt(times, at, anchorId);
  };
}

const ROOM = TEXT_SLOT.roomExtId;

function timesBy<Key>(
  streams: readonly StreamWindow[],
  keyOf: (stream: StreamWindow) => Key,
): Map<Key, StreamTimes> {
  return new Map([...Map.groupBy(streams, keyOf)].map(([key, own]) => [key, orderStreams(own)]));
}

interface Side {
  known: number;
  table: ByteTable;
  lines: number[];
  paidFen: number[];
  names: (string | null)[];
  list(): Gap[];
}

function createSide(kind: Gap['kind'], ids: Iterable<string>): Side {
  const table = createByteTable(1024);
  for (const id of ids) {
    const bytes = Buffer.from(id);
    table.add(bytes, 0, bytes.length);
  }
  const known = table.size;
  const side: Side = { known, table, lines: [], paidFen: [], names: [], list };
  function list(): Gap[] {
    return side.lines.map((lines, index) => ({
      kind,
      externalId: table.textAt(known + index),
      name: side.names[index]!,
      lines,
      paidFen: side.paidFen[index]!,
    }));
  }
  return side;
}

/** Index among the known ids, or -1; an unknown id is counted as a gap. */
function lookUp(side: Side, line: LineRegisters, idSlot: number, nameSlot: number): number {
  const from = line.textFrom[idSlot]!;
  if (from < 0) return -1;
  const bytes = line.textIn[idSlot]!;
  const to = line.textTo[idSlot]!;
  const isFull = side.table.size - side.known >= MAX_GAPS;
  const index = isFull ? side.table.find(bytes, from, to) : side.table.add(bytes, from, to);
  if (index < side.known) return index;
  const gap = index - side.known;
  if (gap === side.lines.length) {
    side.lines.push(0);
    side.paidFen.push(0);
    side.names.push(textOf(line, nameSlot));
  }
  side.lines[gap] = side.lines[gap]! + 1;
  side.paidFen[gap] = side.paidFen[gap]! + line.numbers[NUMBER_SLOT.paidFen]!;
  return -1;
}

function textOf(line: LineRegisters, slot: number): string | null {
  const from = line.textFrom[slot]!;
  return from < 0
    ? null
    : line.textIn[slot]!.toString('utf8', from, Math.min(line.textTo[slot]!, from + 300));
}
