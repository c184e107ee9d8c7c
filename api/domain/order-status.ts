/** How far an order line has come, in the order `order_line.status` counts them. */
export const ORDER_STATUSES = ['unpaid', 'paid', 'received', 'settled', 'refunded', 'closed'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** As `order_line.status` stores them. */
export const ORDER_STATUS_CODES = Object.fromEntries(
  ORDER_STATUSES.map((status, code) => [status, code]),
) as Record<OrderStatus, number>;
