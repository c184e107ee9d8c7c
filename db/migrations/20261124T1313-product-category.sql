-- The agency's own word for a kind of goods: 质保金 and other pay of a contract may name it.
alter table product add column category text check (length(category) between 1 and 40 and category = btrim(category));
