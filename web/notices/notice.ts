/** What the product tells a person. */
export interface Notice {
  id: number;
  kind: string;
  entity: string;
  entityId: string;
  data: Record<string, unknown>;
  at: string;
  readAt: string | null;
}

const PLACES: Record<string, string> = {
  statement: 'statements',
  dispute: 'disputes',
  statement_dispute: 'disputes',
  payee_change: 'payee-changes',
};

/** Where the thing a notice is about stands; undefined where it has no page. */
export function placeOf({ entity, entityId }: Pick<Notice, 'entity' | 'entityId'>): string | undefined {
  const resource = PLACES[entity];
  return resource && `/${resource}/${encodeURIComponent(entityId)}/show`;
}
