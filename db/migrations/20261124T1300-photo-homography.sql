-- How the sealed photo lies on the shipped one, for laying one over the other on a screen: nine numbers, row by row.
alter table photo_comparison add column homography jsonb check (jsonb_typeof(homography) = 'array' and jsonb_array_length(homography) = 9);
grant update (homography) on photo_comparison to faircast_app;
