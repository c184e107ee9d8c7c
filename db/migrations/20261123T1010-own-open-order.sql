-- What an anchor sold and the platform has not settled yet: how many lines and when they were paid, no amount, no order.
-- What one's share of them will be nobody knows before they settle, so there is nothing to add up.
-- The view runs as its owner; the filter by identity is inside it.
create view own_open_order with (security_barrier = true) as
  select o.paid_at from order_line o
   where app_role() = 'anchor' and o.anchor_id = app_anchor_id() and o.kind = 0 and o.status in (1, 2) and o.settled_fen is null;
grant select on own_open_order to faircast_app;
