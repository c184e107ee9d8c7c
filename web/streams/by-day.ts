import { chinaDay } from '../fields/day.ts';

export interface DayOf<Stream> {
  day: string;
  streams: Stream[];
}

/** Streams under the day (in China) they start on, in the order they came; within a day by time. */
export function byDay<Stream extends { startsAt: string }>(streams: readonly Stream[]): DayOf<Stream>[] {
  const days = new Map<string, Stream[]>();
  for (const stream of streams) {
    const day = chinaDay(stream.startsAt) ?? '';
    days.set(day, [...(days.get(day) ?? []), stream]);
  }
  return [...days].map(([day, own]) => ({
    day,
    streams: own.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
  }));
}

/** Planned minutes of a run-sheet, and by how many they exceed the stream; half-typed values count as none. */
export function plannedMinutes(
  items: readonly { plannedMinutes?: unknown }[],
  startsAt: unknown,
  endsAt: unknown,
): { minutes: number; over: number } {
  const minutes = items.reduce(
    (sum, item) => sum + (typeof item.plannedMinutes === 'number' ? item.plannedMinutes : 0),
    0,
  );
  const length = (Date.parse(String(endsAt)) - Date.parse(String(startsAt))) / 60_000;
  return { minutes, over: length > 0 ? Math.max(0, minutes - length) : 0 };
}
