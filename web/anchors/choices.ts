export const TIERS = ['head', 'waist', 'tail'] as const;
export const ANCHOR_STATUSES = ['active', 'paused', 'left'] as const;
export const BINDINGS = ['unbound', 'pending', 'bound'] as const;
export const PAYEE_KINDS = ['personal', 'studio', 'company'] as const;
