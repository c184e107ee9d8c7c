-- Where this house is reached from outside: papers print it as a code that leads to the page which checks them.
alter table agency add column public_url text check (public_url ~ '^https?://[^[:space:]/]+$' and length(public_url) <= 120);
