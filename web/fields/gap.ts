/** An id of the order files that nobody here is known by: `GET /orders/gaps`. */
export interface Gap {
  kind: 'anchor' | 'product';
  platform: string;
  externalId: string;
  name: string | null;
  lines: number;
  paidFen: number;
}

export const gapKey = (gap: Gap): string => `${gap.kind}:${gap.platform}:${gap.externalId}`;

/** The body of `POST /orders/alias`: this id of the files is that record of ours. */
export function aliasBody(gap: Gap, recordId: number): Record<string, unknown> {
  const { kind, platform, externalId } = gap;
  return kind === 'anchor'
    ? { kind, platform, externalId, anchorId: recordId }
    : { kind, platform, externalId, productId: recordId };
}

/** The one record whose name is the file's own, ready for one click; undefined when there is none or a choice. */
export function sameName<Record extends { name?: string }>(
  gap: Pick<Gap, 'name'>,
  records: readonly Record[],
): Record | undefined {
  const wanted = gap.name?.trim();
  const named = wanted ? records.filter((record) => record.name?.trim() === wanted) : [];
  return named.length === 1 ? named[0] : undefined;
}
